from __future__ import annotations

import random

import pytest

from bilateral.analysis.agreement import RIGHT, agreement, alpha, by_question, kappa
from bilateral.types.judgement import Anchor, Judgement
from bilateral.types.span import Span


def judged(id: int, author: str, act: str, mention: str = "mtn_1", **said: object) -> Judgement:
    anchor = Anchor(mention, "doc_1", "visit", (Span(0, 3),), "abc")
    told = {"one": (anchor,)} | said
    return Judgement(id=id, time="2020-01-01", author=author, reason="", act=act, **told)  # type: ignore[arg-type]


def random_ratings(reviewers: int, missing: float) -> dict[str, dict[str, str]]:
    draw = random.Random(7)
    names = "abcd"[:reviewers]
    return {str(unit): {name: draw.choice("xxy") for name in names if draw.random() > missing} for unit in range(60)}


def test_kappa_is_that_of_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn is not installed")
    told = random_ratings(2, 0.0).values()
    pairs = [(said["a"], said["b"]) for said in told]
    assert kappa(pairs) == pytest.approx(metrics.cohen_kappa_score(*zip(*pairs, strict=True)))


def test_figures_are_those_of_nltk() -> None:
    nltk = pytest.importorskip("nltk.metrics.agreement", reason="NLTK is not installed")
    ratings = random_ratings(2, 0.0)
    task = nltk.AnnotationTask([(name, unit, said) for unit, told in ratings.items() for name, said in told.items()])
    assert alpha(ratings) == pytest.approx(task.alpha())
    assert kappa([(said["a"], said["b"]) for said in ratings.values()]) == pytest.approx(task.kappa())


def test_alpha_is_that_of_krippendorff_s_own_example() -> None:
    """The nominal data of four observers on page 5 of "Computing Krippendorff's Alpha-Reliability" (2011): 0.743."""
    units = [
        {"A": "1", "B": "1", "D": "1"}, {"A": "2", "B": "2", "C": "3", "D": "2"}, dict.fromkeys("ABCD", "3"),
        dict.fromkeys("ABCD", "3"), dict.fromkeys("ABCD", "2"), {"A": "1", "B": "2", "C": "3", "D": "4"},
        dict.fromkeys("ABCD", "4"), {"A": "1", "B": "1", "C": "2", "D": "1"}, dict.fromkeys("ABCD", "2"),
        {"B": "5", "C": "5", "D": "5"}, {"C": "1", "D": "1"}, {"C": "3"},
    ]  # fmt: skip
    assert alpha(dict(enumerate(units))) == pytest.approx(0.743, abs=0.0005)


def test_where_only_one_value_is_given_nothing_is_said() -> None:
    assert kappa([("x", "x"), ("x", "x")]) is None
    assert kappa([]) is None
    assert alpha({1: {"a": "x", "b": "x"}}) is None
    assert alpha({1: {"a": "x"}}) is None


def test_the_last_word_counts_unless_taken_back_by_its_author() -> None:
    log = [
        judged(1, "Ann", "accept"),
        judged(2, "Ann", "reject"),
        judged(3, "Bo", "accept"),
        judged(4, "Ann", "undo", undoes=3),
        judged(5, "Cy", "accept"),
        judged(6, "Cy", "undo", undoes=5),
    ]
    assert by_question(log) == {RIGHT: {"mtn_1": {"Ann": "reject", "Bo": "accept"}}}


def test_a_row_for_each_question_and_two_reviewers() -> None:
    log = [judged(n, who, "accept", f"mtn_{n % 2}") for n, who in enumerate(("Ann", "Ann", "Bo", "Bo", "Cy", "Cy"))]
    log += [judged(9, who, "set", field="date", value=day) for who, day in (("Ann", "2020"), ("Bo", "2021"))]
    rows = agreement(log).to_dicts()
    assert [(row["about"], row["one"], row["other"], row["units"], row["agreed"]) for row in rows] == [
        ("the value of date", "Ann", "Bo", 1, 0),
        (RIGHT, "Ann", "Bo", 2, 2),
        (RIGHT, "Ann", "Cy", 2, 2),
        (RIGHT, "Bo", "Cy", 2, 2),
        (RIGHT, "all", "all", 2, None),
    ]
