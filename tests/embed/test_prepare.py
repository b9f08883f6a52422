"""A model is prepared once, whole or not at all; one that cannot be is run by sentence-transformers, as a line says."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import numpy as np
import pytest

from docmine import embed
from docmine.embed import export, prepared, whole
from docmine.embed.folders import fingerprint
from docmine.errors import ModelMissing
from docmine.settings import models_home
from tests.embed import tiny

TEXTS = ["", "the council will open a clinic soon", "who is x", "one two three " * 40]


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The lines that docmine said; PyTorch has some of its own for those who ask."""
    return [record.getMessage() for record in caplog.records if record.name.startswith("docmine")]


@pytest.mark.parametrize(
    ("shape", "dimensions"),
    [({}, 8), ({"pooling": "cls"}, 8), ({"pooling": "max", "dense": True}, 5), ({"tokens": 6}, 8)],
    ids=["mean", "first token", "a layer after pooling", "short of sight"],
)
def test_any_transformer_is_prepared_with_all_its_modules(
    home: Path, tmp_path: Path, shape: dict, dimensions: int
) -> None:
    folder = tiny.transformer(tmp_path, **shape)
    encoder, original = embed.load(str(folder)), whole.load("", folder, "cpu")
    assert (encoder.run_by, encoder.dimensions) == ("ONNX Runtime", dimensions)
    assert np.allclose(encoder.encode(TEXTS), original.encode(TEXTS), atol=1e-5)


def test_a_model_is_prepared_once_and_anew_when_it_changes(
    home: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tiny.transformer(tmp_path / "a")
    first = embed.load(str(folder)).encode(TEXTS)
    assert said(caplog) == [f"Preparing the embedding model {folder}, once: it takes up to a minute ..."]
    embed.load.cache_clear()
    assert np.array_equal(embed.load(str(folder)).encode(TEXTS), first)
    assert len(said(caplog)) == 1
    [kept] = home.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o755

    retrained = tiny.transformer(tmp_path / "b", seed=1)  # files of the same names and sizes
    shutil.copytree(retrained, folder, dirs_exist_ok=True)
    embed.load.cache_clear()
    assert not np.allclose(embed.load(str(folder)).encode(TEXTS), first, atol=0.01)
    assert len(said(caplog)) == 2
    assert [path for path in home.iterdir() if path == kept] == []
    assert len(list(home.iterdir())) == 1


def test_a_prepared_model_that_lost_a_file_is_prepared_anew(home: Path, tmp_path: Path) -> None:
    folder = str(tiny.transformer(tmp_path))
    first = embed.load(folder).encode(TEXTS)
    [kept] = home.iterdir()
    (kept / "weights.bin").write_bytes(b"cut off")
    embed.load.cache_clear()
    assert np.array_equal(embed.load(folder).encode(TEXTS), first)


def test_a_model_with_unknown_modules_is_run_by_sentence_transformers(
    home: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tiny.without_transformer(tmp_path)
    for times in (1, 2):  # the second time without another try
        embed.load.cache_clear()
        encoder = embed.load(str(folder))
        lines = said(caplog)
        assert (encoder.run_by, encoder.encode(["a clinic"]).shape) == ("sentence-transformers on cpu", (1, 8))
        assert len([line for line in lines if line.startswith("Preparing")]) == 1
        assert len([line for line in lines if "is run by sentence-transformers" in line]) == times
    assert lines[-1].endswith("its tokenizer is not one of the library 'tokenizers'.")


def test_a_model_whose_vectors_come_out_differently_is_not_trusted(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny.transformer(tmp_path)
    monkeypatch.setattr(export, "_agreement", lambda *_: 0.9)
    manifest = prepared.keep(home / "tried", lambda into: export.build(folder, into))
    assert manifest.reason == "its vectors came out differently, with a cosine of 0.9000"
    assert [path.name for path in (home / "tried").iterdir()] == [prepared.MANIFEST]


def test_a_full_disk_and_a_place_that_cannot_be_written_to_cost_time_only(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = str(tiny.transformer(tmp_path))
    with monkeypatch.context() as full:
        full.setattr(export, "_TIMES", 10**12)
        assert embed.load(folder).run_by == "sentence-transformers on cpu"
    assert "(No space left on device); make room or name another folder with DOCMINE_MODELS." in said(caplog)[-1]
    assert list(home.iterdir()) == []

    embed.load.cache_clear()
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("DOCMINE_MODELS", str(tmp_path / "file" / "below"))
    assert embed.load(folder).run_by == "sentence-transformers on cpu"
    assert f"it cannot be prepared in {tmp_path / 'file' / 'below'} (Not a directory)" in said(caplog)[-1]


def test_what_was_half_made_is_not_kept(home: Path, tmp_path: Path) -> None:
    def broken_off(into: Path) -> prepared.Manifest:
        (into / "weights.bin").write_bytes(b"some")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepared.keep(home / "model-1", broken_off)
    assert list(home.iterdir()) == []


def test_of_two_that_prepare_the_same_model_the_first_one_is_kept(home: Path) -> None:
    def make(text: str) -> prepared.Manifest:
        def build(into: Path) -> prepared.Manifest:
            if text == "slower":
                make("faster")
            (into / "weights.bin").write_text(text)
            return prepared.Manifest("source", sizes=(("weights.bin", 6),))

        return prepared.keep(home / "model-1", build)

    make("slower")
    assert (home / "model-1" / "weights.bin").read_text() == "faster"
    assert len(list(home.iterdir())) == 1


def test_a_model_that_sentence_transformers_cannot_load_is_missing(home: Path, tmp_path: Path) -> None:
    folder = tiny.transformer(tmp_path)
    (folder / "config.json").write_text("{")
    with pytest.raises(ModelMissing, match="cannot be loaded"):
        embed.load(str(folder))
    assert list(home.iterdir()) == []


def test_the_fingerprint_is_of_what_the_files_hold(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        (folder / "1_Pooling").mkdir(parents=True)
        (folder / "modules.json").write_text("[]")
        (folder / "weights").write_bytes(bytes(range(250)) * 10_000)
    assert fingerprint(first, "1") == fingerprint(second, "1") != fingerprint(second, "2")
    (second / ".cache").write_text("of no concern")
    assert fingerprint(first) == fingerprint(second)
    (second / "weights").write_bytes(bytes(range(249, -1, -1)) * 10_000)
    assert fingerprint(first) != fingerprint(second)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"DOCMINE_MODELS": "/kept/here"}, Path("/kept/here")),
        ({"DOCMINE_MODELS": "~/kept"}, Path.home() / "kept"),
        ({"DOCMINE_MODELS": ""}, Path(__file__).resolve().parents[2] / "models" / "prepared"),
        ({}, Path(__file__).resolve().parents[2] / "models" / "prepared"),
    ],
)
def test_where_prepared_models_are_kept(environ: dict[str, str], expected: Path) -> None:
    assert models_home(environ) == expected


def test_outside_a_checkout_they_are_kept_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("docmine.settings.__file__", str(tmp_path / "docmine" / "settings.py"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert models_home({}).name == "docmine"
    assert tmp_path not in models_home({}).parents or models_home({}) == tmp_path / "cache" / "docmine"
