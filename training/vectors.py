"""Make the shipped word vectors: principal components of the vectors of en_core_web_md 3.7.1 (extra ``md``; MIT).

usage: python training/vectors.py
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import spacy

from bilateral.language import locate

OUT = Path(__file__).parent.parent / "src/bilateral/coding/learned/data/vectors.npz"
DIMENSIONS = 100


def main() -> None:
    nlp = spacy.load(
        locate("en_core_web_md"), exclude=["tok2vec", "parser", "ner", "tagger", "lemmatizer", "attribute_ruler"]
    )
    table, strings = nlp.vocab.vectors, nlp.vocab.strings
    words: dict[int, str] = {}
    for key, row in table.key2row.items():
        if re.fullmatch(r"[a-z][a-z'-]+", strings[key]):
            words.setdefault(row, strings[key])
    rows = sorted(words)
    vectors = table.data[rows].astype(np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    vectors -= vectors.mean(axis=0)
    _, _, axes = np.linalg.svd(vectors, full_matrices=False)
    reduced = vectors @ axes[:DIMENSIONS].T
    reduced /= reduced.std()
    np.savez_compressed(OUT, words=np.array(" ".join(words[row] for row in rows)), vectors=reduced.astype(np.float16))


if __name__ == "__main__":
    main()
