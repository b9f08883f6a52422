"""What encodes at an ingest: a graphics card where PyTorch sees one. No card is needed: PyTorch is made to see one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from docmine import embed
from docmine.embed import whole
from docmine.errors import UsageError
from docmine.settings import Settings

DEFAULT = Settings().embedding_model


class Loaded:
    """Stands in for sentence-transformers; keeps the devices that it was loaded on."""

    def __init__(self) -> None:
        self.devices: list[str] = []

    def __call__(self, folder: Path, device: str = "cpu") -> Loaded:
        self.devices.append(device)
        return self

    def get_embedding_dimension(self) -> int:
        return 2

    def encode(self, texts: list[str], **options: object) -> np.ndarray:
        return np.array([[1.0, 0.0]] * len(texts))


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loaded]:
    loaded = Loaded()
    monkeypatch.setattr(whole, "transformer", loaded)
    embed.load_for_many.cache_clear()
    yield loaded
    embed.load_for_many.cache_clear()


def sees(monkeypatch: pytest.MonkeyPatch, card: str | None) -> None:
    device = None if card is None else SimpleNamespace(type=card)
    monkeypatch.setattr(torch.accelerator, "current_accelerator", lambda check_available=False: device)


@pytest.mark.parametrize("card", ["cuda", "mps", "xpu"])
def test_many_texts_go_to_the_card_that_pytorch_sees(
    loaded: Loaded, monkeypatch: pytest.MonkeyPatch, card: str
) -> None:
    sees(monkeypatch, card)
    encoder = embed.load_for_many(DEFAULT)
    assert encoder.run_by == f"sentence-transformers on {card}"
    assert encoder.encode(["a", "b"]).dtype == np.float32
    embed.load_for_many(DEFAULT)
    assert loaded.devices == [card]  # once for all documents


@pytest.mark.parametrize(
    ("device", "card"), [("auto", None), ("cpu", "cuda"), ("cpu", None)], ids=["none", "not wanted", "neither"]
)
def test_else_the_processor_encodes_them(
    loaded: Loaded, monkeypatch: pytest.MonkeyPatch, device: str, card: str | None
) -> None:
    sees(monkeypatch, card)
    assert embed.load_for_many(DEFAULT, device).run_by == "ONNX Runtime"
    assert loaded.devices == []


def test_a_question_never_goes_to_the_card(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    sees(monkeypatch, "cuda")
    assert embed.load(DEFAULT).run_by == "ONNX Runtime"
    assert loaded.devices == []


def test_a_device_that_is_named_is_used(loaded: Loaded) -> None:
    embed.load_for_many(DEFAULT, "cuda:1")
    assert loaded.devices == ["cuda:1"]


@pytest.mark.parametrize("device", ["cuda:7", "no such device"])
def test_a_device_that_is_not_there_is_an_error_with_advice(device: str) -> None:
    with pytest.raises(UsageError, match=r"cannot be used .*DOCMINE_DEVICE"):
        embed.load_for_many(DEFAULT, device)
