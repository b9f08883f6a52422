"""Small models of sentence-transformers with weights by chance, to be prepared in a second or two."""

from __future__ import annotations

from pathlib import Path

WORDS = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]",
    "the", "council", "will", "open", "a", "clinic", "soon", "x", "one", "two", "three", "for", "is", "who",
]  # fmt: skip


def transformer(folder: Path, *, pooling: str = "mean", dense: bool = False, tokens: int = 16, seed: int = 0) -> Path:
    """A transformer of one layer, 8 dimensions; with `dense` a layer after the pooling that makes 5 of them."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Dense, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(seed)
    bare = folder / "bare"
    bare.mkdir(parents=True)
    (bare / "vocab.txt").write_text("\n".join(WORDS))
    BertTokenizerFast(str(bare / "vocab.txt")).save_pretrained(bare)
    size = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    BertModel(BertConfig(vocab_size=len(WORDS), max_position_embeddings=64, **size)).save_pretrained(bare)
    modules = [Transformer(str(bare), max_seq_length=tokens), Pooling(8, pooling_mode=pooling)]
    if dense:
        modules.append(Dense(8, 5))
    SentenceTransformer(modules=modules, device="cpu").save(str(folder / "model"))
    return folder / "model"


def without_transformer(folder: Path) -> Path:
    """A table of word vectors, which asks for more than the ids of tokens: it cannot be prepared."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    tokenizer = Tokenizer(WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    module = StaticEmbedding(tokenizer, embedding_dim=8)
    SentenceTransformer(modules=[module], device="cpu").save(str(folder / "model"))
    return folder / "model"
