"""The components join anyone's pipeline by name, and read plain text there."""

from __future__ import annotations

import pytest
import spacy

from docmine.errors import ModelMissing
from docmine.extract import COMPONENTS, load
from docmine.settings import Settings

TEXT = "Plans\n\nWe will open 3 new hubs by May 2023, said Asha Noor, Director of Care (DoC)."


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_alone(name: str) -> None:
    nlp = spacy.load(Settings().spacy_model)
    nlp.add_pipe(f"docmine_{name}")
    doc = nlp(TEXT)
    assert all(doc.text[r.start : r.end] == r.text for r in getattr(doc._, name))


def test_all_of_them_on_plain_text() -> None:
    doc = load(Settings().spacy_model)(TEXT)
    assert doc._.commitments[0].text.startswith("We will open 3 new hubs by May 2023")
    assert [(f.value, f.unit) for f in doc._.figures] == [(3.0, "count")]
    assert [d.value for d in doc._.dates] == ["2023-05"]


def test_a_model_that_is_not_installed() -> None:
    with pytest.raises(ModelMissing, match="DOCMINE_SPACY_MODEL"):
        load("no_such_model")
