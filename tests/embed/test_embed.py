"""Embedding models: found by package or folder, verified by hash, quiet, and offline."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import tomllib
from pathlib import Path

import numpy as np
import pytest

from docmine import embed
from docmine.errors import ModelMissing
from docmine.settings import Settings

MODELS = tomllib.loads((Path(__file__).parents[2] / "models" / "models.toml").read_text())["model"]
DEFAULT = Settings().embedding_model


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m["package"])
def test_the_installed_weights_are_the_ones_we_name(model: dict) -> None:
    spec = importlib.util.find_spec(model["import_name"])
    assert spec is not None
    assert spec.origin is not None
    root = Path(spec.origin).parent
    assert importlib.metadata.version(model["package"]) == model["version"]
    for name, expected in model["files"].items():
        assert hashlib.sha256((root / name).read_bytes()).hexdigest() == expected, name


def test_the_default_models_are_listed() -> None:
    assert {DEFAULT, Settings().spacy_model} == {m["import_name"] for m in MODELS}


def test_vectors_have_length_one_and_the_shape_that_is_promised() -> None:
    encoder = embed.load(DEFAULT)
    vectors = encoder.encode(["The report will be published.", "", "x" * 5000])
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, encoder.dimensions) == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder.encode([]).shape == (0, 384)


def test_the_same_text_gives_the_same_vector_and_like_texts_are_near() -> None:
    encoder = embed.load(DEFAULT)
    a, b, c = encoder.encode(["Waits have fallen.", "Waiting times are shorter.", "The bus stop is closed."])
    assert np.array_equal(encoder.encode(["Waits have fallen."]), encoder.encode(["Waits have fallen."]))
    assert a @ b > a @ c


def test_loading_and_encoding_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    embed.load(DEFAULT)  # so that it is prepared
    embed.load.cache_clear()
    embed.load(DEFAULT).encode(["a", "b"])
    assert capfd.readouterr() == ("", "")


def test_a_folder_is_as_good_as_a_package() -> None:
    folder = embed.model_folder(DEFAULT)
    assert embed.model_folder(str(folder)) == folder


@pytest.mark.parametrize("model", ["no_such_model", "json", "/no/such/folder", "../up", ""])
def test_a_missing_model_says_what_to_do(model: str) -> None:
    with pytest.raises(ModelMissing, match=r"make install.*DOCMINE_EMBEDDING_MODEL"):
        embed.load(model)


def test_a_broken_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[]{")
    with pytest.raises(ModelMissing, match="cannot be loaded"):
        embed.load(str(tmp_path))
