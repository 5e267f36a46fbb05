"""How far a phrase lies from an act in the parse: the fewer clauses between them, the surer it tells of the act."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral.coding.arguments import Arguments

CLAUSES = frozenset({"relcl", "ccomp", "advcl", "acl", "parataxis", "csubj"})
FAR = 99


def distance(root: Token, arguments: Arguments) -> int:
    """0 when the phrase hangs on the trigger, 1 on the verb that carries it, then more; FAR when another act is nearer.

    Args:
        root: syntactic head of the phrase (a date, a place).
        arguments: the act.
    """
    trigger, verb = arguments.trigger, arguments.verb
    path = [root, *root.ancestors]
    if trigger in path:
        return _crossed(path, path.index(trigger), own=True)
    if verb is not None and verb in path:
        return 1 + _crossed(path, path.index(verb), own=False)
    return _through_governor(root, trigger)


def _crossed(path: list[Token], until: int, own: bool) -> int:
    """Cost of climbing from the phrase to the act: each clause between them counts."""
    clauses = [
        token for token in path[:until] if token.dep_ in CLAUSES or (token.dep_ == "conj" and token.pos_ == "VERB")
    ]
    if not clauses:
        return 0
    if own and len(clauses) == 1 and clauses[0].head == path[until] and clauses[0].dep_ in ("relcl", "acl"):
        return 1
    return 4 * len(clauses)


def _through_governor(root: Token, trigger: Token) -> int:
    """The phrase hangs on a verb above the act: "On Monday it decided to lift the ban" dates the lifting too."""
    cost, token = 2, trigger
    above = set(root.ancestors)
    for _ in range(6):
        if token.head == token:
            return FAR
        if token.dep_ in ("ccomp", "relcl", "parataxis"):
            cost += 5
        elif token.dep_ in ("advcl", "acl", "conj") and token.pos_ in ("VERB", "AUX"):
            cost += 2
        token = token.head
        if token in above or token == root:
            between = [t for t in (root, *root.ancestors) if t in token.subtree and t != token]
            return cost + 4 * sum(t.dep_ in CLAUSES for t in between)
    return FAR
