"""Sources as plain text, Markdown, web page and e-mail."""

from __future__ import annotations

import textwrap
from email.message import EmailMessage
from email.policy import SMTP

from markup import Piece, Source, html

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title} | {site}</title>
<meta name="description" content="What is being done to improve local services, and by when.">
<meta property="og:site_name" content="{site}">
<meta property="article:published_time" content="{published}">
<style>
body {{ font-family: sans-serif; max-width: 46em; margin: auto }}
nav li {{ display: inline; margin-right: 1em }}
</style>
</head>
<body>
<div id="cookie-banner" role="dialog" aria-label="Cookies">
<p>This site uses cookies. Some of them are needed to make it work, and others help us to count visits.</p>
<button>Accept all</button> <button>Only the needed ones</button>
</div>
<header>
<a class="logo" href="/">{site}</a>
<nav aria-label="Main"><ul>
<li><a href="/council-tax">Council tax</a></li>
<li><a href="/bins">Bins and recycling</a></li>
<li><a href="/schools">Schools</a></li>
<li><a href="/send">SEND</a></li>
</ul></nav>
</header>
<nav class="breadcrumb" aria-label="Breadcrumb">
<a href="/">Home</a> / <a href="/schools">Schools</a> / <a href="/send">SEND</a>
</nav>
<main>
<article>
{article}
</article>
</main>
<footer>
<ul>
<li><a href="/accessibility">Accessibility</a></li>
<li><a href="/privacy">Privacy notice</a></li>
<li><a href="/jobs">Jobs</a></li>
</ul>
<p>© {site}. Was this page useful? <a href="/feedback">Tell us</a></p>
</footer>
</body>
</html>
"""


def text(source: Source) -> bytes:
    return ("\n\n".join(_text(piece) for piece in source.pieces) + "\n").encode()


def _text(piece: Piece) -> str:
    if piece.kind == "heading":
        return piece.text
    if piece.kind == "list":
        return "\n".join(textwrap.fill(f"• {line}", 88, subsequent_indent="  ") for line in piece.lines)
    return "\n".join(textwrap.fill(line, 88) for line in piece.lines)


def markdown(source: Source) -> bytes:
    return source.body.encode()


def web(source: Source) -> bytes:
    article = "\n".join(_element(piece) for piece in source.pieces)
    return PAGE.format(article=article, **source.about).encode()


def _element(piece: Piece) -> str:
    if piece.kind == "heading":
        return f"<h{piece.level}>{html(piece.text)}</h{piece.level}>"
    if piece.kind == "list":
        return "<ul>\n" + "\n".join(f"<li>{html(line)}</li>" for line in piece.lines) + "\n</ul>"
    if piece.kind == "quotation":
        return f"<blockquote><p>{html(piece.text)}</p></blockquote>"
    return f"<p>{html(piece.text)}</p>"


def mail(source: Source) -> bytes:
    message = EmailMessage(policy=SMTP.clone(max_line_length=0))
    for header in ("from", "to", "subject", "date"):
        message[header.title()] = source.about[header]
    message["Message-ID"] = source.about["id"]
    message.set_content(source.body, charset="utf-8", cte="8bit")
    return message.as_bytes()
