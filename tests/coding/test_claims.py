"""Claims: who asserts what about whom, of which kind, in which words."""

from __future__ import annotations

import pytest

from bilateral.coding.claims import claims_of
from bilateral.coding.reading import MAX_QUOTE, Reading
from bilateral.language import analyser
from bilateral.types.claim import CLAIM_KINDS, Claim
from bilateral.types.document import Document


def read(text: str) -> list[Claim]:
    document = Document("doc_1", "a.txt", text)
    return list(claims_of(Reading(document, analyser("en_core_web_sm").analyse(text)), "rules/1.0"))


def only(text: str) -> Claim:
    found = read(text)
    assert len(found) == 1, [(claim.kind, claim.quote.of(text)) for claim in found]
    return found[0]


def speaker(claim: Claim) -> str:
    assert claim.speaker is not None
    return claim.speaker.name


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("Kenya accused Somalia of arming bandits along the frontier.", "accusation", {"SOM"}),
        ("The Norwegian premier praised Sweden for its patience.", "praise", {"SWE"}),
        ("Analysts believe that Chile will join the bloc next year.", "forecast", {"CHL"}),
        ("The minister said that Peru must open its ports.", "position", {"PER"}),
        ("Diplomats say the purpose of the visit is to reassure Latvia.", "motive", {"LVA"}),
        ("Critics describe the pact with Egypt as a fragile compromise.", "assessment", {"EGY"}),
        ("Observers said Brazil was weaker than ever, a serious problem.", "assessment", {"BRA"}),
        ("Turkey rejects the Greek version of the incident.", "position", {"GRC"}),
    ],
)
def test_kinds_of_claim(text: str, kind: str, about: set[str]) -> None:
    claim = only(text)
    assert claim.kind == kind
    assert about <= set(claim.about)


def test_direct_speech_is_its_speakers() -> None:
    text = '"Iran will never give up its rights," said President Hassan Rouhani. "The sanctions are a mistake."'
    claims = read(text)
    assert {speaker(claim) for claim in claims} == {"Hassan Rouhani"}
    assert claims[0].quote.of(text).startswith("Iran will never")


def test_quotation_led_up_to_belongs_to_the_one_before_it() -> None:
    text = 'Jan Novak said: "Poland must not wait." Eva Kral said the weather was fine.'
    assert speaker(read(text)[0]) == "Jan Novak"


def test_he_is_who_spoke_not_whom_he_named() -> None:
    text = 'Olaf Berg gave an interview in Oslo. "Putin does not respect any treaty," he told a radio station.'
    assert speaker(only(text)) == "Olaf Berg"


def test_according_to_names_the_speaker() -> None:
    claim = only("According to the Danish foreign ministry, Russia is a growing threat.")
    assert claim.speaker is not None
    assert claim.speaker.country == "DNK"


def test_an_envoy_in_apposition_is_the_person() -> None:
    assert "Carlos Moreno" in speaker(
        only("The Spanish envoy, Carlos Moreno, said that Morocco was an unreliable partner, a problem.")
    )


def test_denying_wrong_is_no_accusation() -> None:
    assert all(claim.kind != "accusation" for claim in read("Hungary says it does not violate the treaty."))


def test_plain_reports_are_no_claims() -> None:
    assert read("The ministry said the delegation arrived in Tokyo on Monday.") == []
    assert read("France and Italy signed a treaty in Rome.") == []


def test_the_author_judges_only_plainly() -> None:
    claim = only("The treaty is a historic success for Finland.")
    assert claim.speaker is None
    assert claim.kind == "assessment"


def test_what_is_about_no_state_is_no_claim() -> None:
    assert read("The coach said the striker will recover soon.") == []


def test_a_car_holds_no_view() -> None:
    assert read("The car refused to start in Vienna.") == []


def test_words_ids_and_coder() -> None:
    text = "Cuba accused Spain of meddling. " + "Cuba accused Spain of " + "meddling and " * 60 + "spying."
    claims = read(text)
    assert claims
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert claim.kind in CLAIM_KINDS
        assert claim.quote.end - claim.quote.start <= MAX_QUOTE
        assert claim.coder == "rules/1.0"
    assert read(text) == claims
