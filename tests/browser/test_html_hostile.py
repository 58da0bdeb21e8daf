"""Prove in a browser that nothing a postmortem or an article carries does anything but show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from samples import CAUSE, FERRY, HOSTILE, IN_TITLE, POSTMORTEM, RATS, TITLE, assess

from verifier.model import (
    Exclusion,
    Field,
    Part,
    Problem,
    Report,
    Sentence,
    Severity,
    Source,
    SourceReading,
    Stance,
    Trouble,
    Verdict,
)

if TYPE_CHECKING:
    from conftest import Open

PAYLOADS = {
    "script": "<script>window.hit = 1; alert(1)</script>",
    "handler": '"><img src=x onerror="window.hit = 1"><svg onload="window.hit = 1">',
    "link": "javascript:window.hit=1",
    "closing": "</style></script></title></textarea></details></template><body onload=window.hit=1>",
    "comment": "<!-- --!> --> <![CDATA[ <? ]]> <base href=https://evil.example/><meta http-equiv=refresh content=0>",
    "attribute": "' onmouseover='window.hit=1' autofocus onfocus=window.hit=1 x=`\" style=position:fixed;inset:0",
    "template": "{{ 7 * 7 }} {% include '/etc/passwd' %} ${7*7} #{7*7}",
    "bidi": "paid \u202e\u2066 000,1 \u202c\u2069 \u200f\u061c never closed \u202b",
    "hidden": "pa\u200bs\u00adsw\u2060ord\ufeff\x00\x1b[31m\u2028\u3164\U000e0041\ud800",
    "frame": "<iframe srcdoc='<script>parent.hit=1</script>'></iframe><object data=data:text/html,x><form action=//e>",
    "zalgo": "a" + "\u0300\u0489" * 300,
    "long": "x" * 20_000,
}


def filled(text: str) -> Report:
    """Return a report with the text in every place that comes from a file."""
    field = Field(text, text, 0, len(text))
    claim = replace(TITLE, id=text, field=text, start=0, end=len(text), text=text)
    source = Source(text, f"{text} {text}.", title=text, url=f"https://a.example/{text}", outlet=text, notes=(text,))
    whole = Sentence(text, Part.BODY, 0, len(text), text)
    rest = Sentence(text, Part.BODY, len(text) + 1, 2 * len(text) + 1, text)
    shown = replace(CAUSE, source=text, start=0, end=len(text), text=text, stance=Stance.CONTRADICTS)
    finding = replace(IN_TITLE, id=text, rule=text, message=text, claim=text, evidence=(shown,), suggestion=text)
    finding = replace(finding, values=(text, text))
    one = replace(
        FERRY,
        postmortem=replace(POSTMORTEM, id=text, title=text, path=text, fields=(field,)),
        sources=(
            SourceReading(source, (whole, rest), (Exclusion(0, 1, text),), (text,)),
            SourceReading(replace(source, id="u", url=text), ()),
        ),
        assessments=(
            assess(claim, Verdict.CONTRADICTED, 0.1, shown, reason=text, findings=(finding,)),
            assess(replace(RATS, text=text, field="gone"), Verdict.UNSUPPORTED, 0.1, shown, reason=text),
        ),
        problems=(Problem(text, text, text, Severity.ERROR, (text,), (text,), text),),
        findings=(finding,),
        source_conflicts=(),
        missing=(text,),
    )
    return Report(text, text, (one,), (Trouble(text, text, text),))


@pytest.mark.parametrize("name", PAYLOADS)
def test_payload_only_shows(show: Open, name: str) -> None:
    page = show(filled(PAYLOADS[name]), width=400)
    page.keyboard.press("j")
    assert page.evaluate("window.hit") is None
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, embed, base, textarea, template").count() == 0
    assert page.locator("body").get_attribute("onload") is None
    assert page.locator("meta[http-equiv]").count() == 1
    links = page.eval_on_selector_all("a", "all => all.map(a => a.protocol)")
    assert set(links) <= {"file:", "https:"}
    text = page.locator("body").inner_text()
    assert not set(text) & set("\u202e\u2066\u202b\u200b\u00ad\u2060\ufeff\x1b\u2028")
    assert page.evaluate("document.documentElement.scrollWidth") == 400


def test_hostile_sample_only_shows(show: Open) -> None:
    page = show(HOSTILE)
    assert page.locator("script").count() == 1
    assert "<script>alert(1)</script>" in page.locator("body").inner_text()
