"""A loaded language model that turns cleaned text into spaCy documents of the same length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from bilateral.errors import ModelError
from bilateral.language.model import locate, model_version

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u00a0": " ", "–": "-", "—": "-"})
"""Typographic signs the model reads better in plain form; one character for one, so that offsets hold."""


class Analyser:
    """Tokens, sentences, tags, parse and names of English text.

    Args:
        model: a name of ``models.toml``, an installed package, or a folder.

    Raises:
        ModelError: when the model is missing, changed, or cannot be loaded.
    """

    def __init__(self, model: str) -> None:
        self.name_version = model_version(model)
        self._nlp = _load(model)

    @property
    def vocab(self) -> Vocab:
        """The vocabulary of the model, to read stored analyses with."""
        return self._nlp.vocab

    def analyse(self, text: str) -> Doc:
        """The analysed text; token offsets are those of ``text``."""
        return self._nlp(text.translate(_PLAIN))

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Analysed texts in the order given, batched."""
        return self._nlp.pipe((text.translate(_PLAIN) for text in texts), batch_size=16)


@cache
def analyser(model: str) -> Analyser:
    """The analyser of ``model``, loaded once a process."""
    return Analyser(model)


def _load(model: str) -> Language:
    import spacy

    try:
        nlp = spacy.load(locate(model), exclude=["senter"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"language model {model} cannot be loaded ({error}); install it again") from error
    _register()
    nlp.add_pipe("bilateral_paragraphs", first=True)
    nlp.max_length = 10_000_000
    return nlp


@cache
def _register() -> None:
    from spacy.language import Language

    @Language.component("bilateral_paragraphs")
    def paragraphs(doc: Doc) -> Doc:
        """Let a sentence begin behind every line break, so that no sentence runs across paragraphs."""
        for token in doc[:-1]:
            if token.is_space and "\n" in token.text:
                doc[token.i + 1].is_sent_start = True
        return doc
