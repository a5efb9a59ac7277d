"""The browser's door: whatever is sent, one of three replies comes back."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators import __version__, calculator_named, registry
from calculators.bridge import respond
from calculators.common.changes import CHANGES
from calculators.kit.formatting import date_text
from tests.calculators.conftest import REGISTER

SLUGS = sorted(registry())

ROOT = Path(__file__).parents[2]


def ask(**request: object) -> dict[str, Any]:
    """Send one request and return the reply."""
    reply = json.loads(respond(json.dumps(request)))
    assert isinstance(reply, dict)
    return reply


def test_a_request_gets_finished_html() -> None:
    """The reply has the result, the hints and what a screen reader says."""
    reply = ask(slug="gift-earnings", inputs={"viewers": "200"})

    assert reply["status"] == "ok"
    assert "$130" in reply["html"]["result"]
    assert reply["announcement"].startswith("200 viewers at once")
    assert "about 10 coins" in reply["hints"]["coins"]
    assert reply["ignored"] == []


def test_hints_follow_the_answers() -> None:
    """In the US the empty share stands for another figure."""
    world, us = (ask(slug="gift-earnings", inputs={"region": region})["hints"]["share"] for region in ("world", "us"))

    assert "50%" in world
    assert "44%" in us


def test_refusals_name_the_field_and_its_control() -> None:
    """The page can put each message beside its field and link to it."""
    reply = ask(slug="gift-earnings", inputs={"viewers": "many"}, figures={"gifts.diamond_usd": "x"})

    assert reply["status"] == "invalid"
    assert [(error["field"], error["id"]) for error in reply["errors"]] == [
        ("viewers", "gift-earnings-viewers"),
        ("figure:gifts.diamond_usd", "gift-earnings-figure-gifts-diamond_usd"),
    ]
    assert 'href="#gift-earnings-viewers"' in reply["html"]["errors"]


def test_a_doubtful_amount_is_asked_about_with_both_readings() -> None:
    """The page gets what to show and what to fill in; each filled in is answered."""
    (error,) = ask(slug="gift-earnings", inputs={"viewers": "1.234"})["errors"]

    assert error["message"] == "Do you mean 1,234 or 1.234?"
    assert error["offers"] == [{"text": "1,234", "fill": "1,234"}, {"text": "1.234", "fill": "1.2340"}]
    for offer in error["offers"]:
        assert ask(slug="gift-earnings", inputs={"viewers": offer["fill"]})["status"] == "ok"


def test_what_nobody_knows_is_passed_over_and_named() -> None:
    """An old link may carry names that are gone; the rest of it still counts."""
    reply = ask(slug="gift-earnings", inputs={"viewers": "200", "wizards": "3"}, figures={"no.such": "1"}, on="soon")

    assert reply["status"] == "ok"
    assert reply["ignored"] == ["no.such", "wizards", "on"]


def test_html_in_a_field_comes_back_harmless() -> None:
    """What the reader typed is never markup."""
    reply = ask(slug="gift-earnings", inputs={"viewers": "<img src=x onerror=alert(1)>"})

    assert "<img" not in json.dumps(reply["html"])


def test_a_result_can_be_taken_away() -> None:
    """As text, as a table and as a picture, each with the date and the version."""
    reply = ask(slug="gift-earnings", inputs={"viewers": "200"}, want=["text", "csv", "picture", "moon"])
    rows = list(csv.reader(io.StringIO(reply["csv"])))

    assert all(__version__ in reply[form] for form in ("text", "csv", "picture"))
    assert "moon" not in reply
    assert {len(row) for row in rows} == {7}
    assert rows[1][:4] == ["result", "You keep, a month", "130", "USD"]
    assert reply["picture"].startswith("<svg")


@pytest.mark.parametrize("locale", ["en", "de", "fr"])
@pytest.mark.parametrize("viewers", ["20", "2000", "20000", "200000"])
def test_the_picture_breaks_no_number(locale: str, viewers: str) -> None:
    """The lines of the picture are its sentence cut at plain spaces: "£100 000" stays in one piece in French, too."""
    asked = {
        "slug": "gift-earnings",
        "locale": locale,
        "currency": "INR",
        "exchange": "88",
        "want": ["text", "picture"],
    }
    reply = ask(inputs={"viewers": viewers}, **asked)
    lines = re.findall(r"<text[^>]*>([^<]*)<", reply["picture"])
    sentence = reply["text"].splitlines()[0]
    (start,) = (place for place, line in enumerate(lines) if sentence.startswith(line) and " " in line)
    end = next(end for end in range(start + 1, len(lines)) if not sentence.startswith(" ".join(lines[start : end + 1])))

    assert end - start > 1
    assert " ".join(lines[start:end]) == sentence


def test_a_link_from_before_is_told_what_changed() -> None:
    """Only what came after its version, and nothing for a version that is none."""
    edition = CHANGES[0].version
    changes = {
        since: ask(slug="like-value", since=since)["changes"] for since in ("2020.1.1", edition, __version__, "x.y")
    }

    assert len(changes["2020.1.1"]) == 1 + len(changes[edition])
    assert changes[edition] == [each.words for each in CHANGES[1:] if "like-value" in each.slugs]
    assert changes[__version__] == []
    assert changes["x.y"] == []


def test_remarks_are_taken_along() -> None:
    """What stands beside a line of the slip, and below it, stands in the text and in the table too."""
    reply = ask(slug="eligibility", inputs={"age": "17"}, want=["text", "csv"])
    assumed = ask(slug="subscriptions", inputs={}, want=["text", "csv"])
    rows = list(csv.reader(io.StringIO(reply["csv"])))

    assert "Age, at least: 18 years (missing)" in reply["text"]
    assert ["receipt", "Age, at least", "18", "years", "", "", "note, missing"] in rows
    for form in ("text", "csv"):
        assert "Assumed, for want of a published figure that fits: " in assumed[form]


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "null", "5", '{"slug": 5}', '{"slug": "no-such"}', "{}"])
def test_nonsense_fails_in_words(text: str) -> None:
    """Whatever comes in, a sentence comes out."""
    reply = json.loads(respond(text))

    assert reply["status"] == "failed"
    assert "Traceback" not in reply["message"]
    assert reply["message"].endswith(".")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
keys = st.sampled_from(
    [
        *("inputs", "figures", "on", "locale", "target", "solve", "currency", "exchange"),
        *("pinned", "since", "want", "viewers"),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slug=st.sampled_from(SLUGS), rest=st.dictionaries(keys, json_values))
def test_hostile_requests_never_raise(slug: str, rest: dict[str, Any]) -> None:
    """No key of any type or size gets past the door as an error; an answer is an answer."""
    reply = json.loads(respond(json.dumps({"slug": slug, **rest})))

    assert reply["status"] in {"ok", "invalid"}, reply
    if reply["status"] == "ok":
        assert re.search(r'class="amount"', reply["html"]["result"])


def test_a_refused_figure_of_the_readers_own_is_named() -> None:
    """In the summary and aloud it is called what its field is called."""
    reply = ask(slug="gift-value", figures={"gifts.diamond_usd": "lots"})
    (error,) = reply["errors"]
    label = REGISTER.figures["gifts.diamond_usd"].label

    assert error["label"] == label
    assert reply["announcement"].startswith(f"{label}: ")
    assert label in reply["html"]["errors"]


@pytest.mark.parametrize("inputs", [{}, {"viewers": "many"}])
def test_a_day_to_come_is_refused(inputs: dict[str, str]) -> None:
    """Nobody knows the figures of a day after the edition; it is said beside whatever else is wrong."""
    edition = REGISTER.edition
    reply = ask(slug="gift-earnings", inputs=inputs, on=(edition + timedelta(days=1)).isoformat())
    messages = {error["field"]: error["message"] for error in reply["errors"]}

    assert set(messages) == {"on", *inputs}
    assert messages["on"] == f"Enter {date_text(edition)} or an earlier day."
    assert ask(slug="gift-earnings", on=edition.isoformat())["status"] == "ok"


def test_an_error_inside_is_a_sentence_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a fault of our own reaches the reader as words."""
    from calculators import bridge

    monkeypatch.setattr(bridge, "answer", lambda _: 1 / 0)
    reply = ask(slug="like-value")

    assert reply == {"status": "failed", "message": bridge.FAILED}


def test_an_answer_imports_one_calculator() -> None:
    """A reader comes for one: the others, and what only they use, are not paid for at the start."""
    code = (
        "import sys; from calculators.bridge import respond; from calculators import _modules;"
        'respond(\'{"slug": "gift-earnings"}\');'
        'print(*(name for name in sorted(_modules()) if f"calculators.{name}" in sys.modules))'
    )
    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert printed.stdout.split() == ["gift_earnings"]


@pytest.mark.parametrize(
    "slug", ["gift_earnings", "kit", "kit.engine", "bridge", "__main__", "..", "", "Gift-Earnings"]
)
def test_only_slugs_name_calculators(slug: str) -> None:
    """Other modules, other spellings and paths name none."""
    assert calculator_named(slug) is None
    assert json.loads(respond(json.dumps({"slug": slug})))["status"] == "failed"


def test_every_calculator_is_found_by_its_slug() -> None:
    """The one that is imported by itself is the one in the registry."""
    assert {slug: calculator_named(slug) for slug in registry()} == dict(registry())
