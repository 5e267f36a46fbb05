"""The functions that give a phrase its meaning: ``reader(phrase, context) -> Reading | None``.

``None`` says that the words are no such expression after all; the next shorter rule is tried then.
"""
