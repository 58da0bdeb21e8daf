"""Prove that `verifier claims` answers every line, in order, whatever the lines hold."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import ferry
import pytest
from click.testing import CliRunner, Result

from verifier import api
from verifier.cli.answers import Answerer
from verifier.cli.claims import answer_lines
from verifier.cli.items import Item
from verifier.cli.main import main
from verifier.model import Source

ROOT = Path(__file__).resolve().parent.parent
RAIN = {"id": "a", "text": "Heavy rain flooded twelve cellars in the old town on Monday."}
INLINE = {"id": "one", "claim": "Heavy rain flooded twelve cellars in the old town.", "sources": [RAIN]}
LOOKED_UP = {"id": 2, "claim": "An engineer deleted the wrong table during an update.", "articles": ["7001"]}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def claims(*lines: object, sources: str = ferry.ARTICLES) -> Result:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    Path("items.jsonl").write_text(text, encoding="utf-8", errors="surrogatepass")
    return CliRunner().invoke(main, ["claims", "items.jsonl", *(["--sources", sources] if sources else [])])


def answers(done: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_both_forms_are_answered_in_order() -> None:
    done = claims(INLINE, LOOKED_UP, INLINE | {"id": "three"})
    assert done.exit_code == 0
    found = answers(done)
    assert [answer["id"] for answer in found] == ["one", 2, "three"]
    assert [answer["verdict"] for answer in found] == ["supported"] * 3
    assert all(set(answer) == {"id", "verdict", "support", "claims"} for answer in found)
    assert all(0.5 < answer["support"] <= 1 for answer in found)
    assert found[0]["claims"][0]["evidence"][0]["text"] == RAIN["text"]
    assert done.stderr == "verifier: 3 lines answered\n"


def test_another_number_is_not_supported() -> None:
    done = claims(INLINE | {"claim": "Heavy rain flooded twenty cellars in the old town."})
    (answer,) = answers(done)
    assert answer["verdict"] == "contradicted"


def test_the_worst_claim_decides() -> None:
    done = claims(INLINE | {"claim": f"{INLINE['claim']} A comet struck the observatory in Lisbon."})
    (answer,) = answers(done)
    assert [claim["verdict"] for claim in answer["claims"]] == ["supported", "unsupported"]
    assert answer["verdict"] == "unsupported"


def test_bad_lines_are_answered_and_the_rest_goes_on() -> None:
    done = claims("{", INLINE, '{"id": NaN}', LOOKED_UP | {"articles": ["8000"]}, "[" * 100_000, LOOKED_UP)
    assert done.exit_code == 3
    found = answers(done)
    assert [answer["id"] for answer in found] == [None, "one", None, 2, None, 2]
    assert [set(answer) == {"id", "error"} for answer in found] == [True, False, True, True, True, False]
    assert found[3]["error"] == 'articles: no source has the id "8000"; check the id and --sources'
    assert done.stderr == "verifier: 6 lines answered, 4 of them with an error\n"


def test_hostile_words_come_back_harmless() -> None:
    evil = "\x1b[2J\u202e\x00\ud800 rain"
    done = claims(INLINE | {"id": evil, "claim": evil, "sources": [RAIN | {"text": evil}]})
    assert done.exit_code == 0
    assert all(char == "\n" or char.isprintable() for char in done.stdout)
    assert answers(done)[0]["id"] == evil


def test_half_a_pair_of_a_character_is_a_character_like_others() -> None:
    half = "\udfff"
    line = INLINE | {"id": half, "claim": f"Heavy rain {half} flooded twenty cellars in the old town {half}."}
    (answer,) = answers(claims(line | {"sources": [{"id": half, "title": half, "text": f"{RAIN['text']} {half}"}]}))
    assert (answer["id"], answer["verdict"]) == (half, "contradicted")


def test_articles_need_sources() -> None:
    done = claims(LOOKED_UP, sources="")
    assert done.exit_code == 3
    assert answers(done)[0]["error"] == "articles: name ids, but no sources are given; name them with --sources"


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_no_line_is_nothing_checked(text: str) -> None:
    done = claims(text)
    assert (done.exit_code, done.stdout) == (3, "")
    assert "holds no line" in done.stderr


def test_missing_files_end_the_run() -> None:
    done = CliRunner().invoke(main, ["claims", "gone.jsonl"])
    assert (done.exit_code, done.stderr.split(":")[2]) == (3, " gone.jsonl")
    assert claims(INLINE, sources="gone").exit_code == 3
    assert CliRunner().invoke(main, ["claims", "items.jsonl", "--select", "no-such-rule"]).exit_code == 2


def test_unreadable_source_is_told() -> None:
    Path(ferry.ARTICLES, "bad.txt").write_bytes(b"\x00\x01\x02")
    done = claims(LOOKED_UP)
    assert done.exit_code == 3
    assert answers(done)[0]["verdict"] == "supported"
    assert "bad.txt: is a binary file" in done.stderr


def test_answers_stream() -> None:
    code = "from verifier.cli.main import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "claims", "-"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    with process:
        for number in range(2):
            process.stdin.write(json.dumps(INLINE | {"id": number}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
    assert process.returncode == 0


def test_closed_pipe_ends_quietly() -> None:
    Path("items.jsonl").write_text(f"{json.dumps(INLINE)}\n" * 400)
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from verifier.cli.main import main; main()"
    command = f"'{sys.executable}' -c \"{code}\" claims items.jsonl | head -n 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("141\n", "")


def test_same_sources_share_a_verifier(monkeypatch: pytest.MonkeyPatch) -> None:
    built = Counter[str]()
    real = Answerer._build

    def build(self: Answerer, sources: tuple[Source, ...]) -> object:
        built[sources[0].id] += 1
        return real(self, sources)

    monkeypatch.setattr(Answerer, "_build", build)
    lines = [INLINE, LOOKED_UP, INLINE | {"sources": [dict(RAIN)]}, LOOKED_UP, INLINE]
    found = list(answer_lines(io.BytesIO("\n".join(map(json.dumps, lines)).encode()), [Path(ferry.ARTICLES)]))
    assert [answer["id"] for answer in found] == ["one", 2, "one", 2, "one"]
    assert built == {"a": 1, "7001": 1}


def test_verifiers_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []

    def build(_: Answerer, sources: tuple[Source, ...]) -> object:
        built.append(sources[0].id)
        return SimpleNamespace(check_text=str)

    monkeypatch.setattr("verifier.cli.answers._KEPT", 2)
    monkeypatch.setattr(Answerer, "_build", build)
    answerer = Answerer(())
    for name in "aabcba":
        answerer.answer(Item(1, "x", (Source(name, ""),)))
    assert "".join(built) == "abca"


def test_a_crash_stays_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: Answerer, item: Item) -> None:
        raise KeyError(item.id)

    monkeypatch.setattr(Answerer, "answer", crash)
    done = claims(INLINE)
    assert done.exit_code == 3
    assert answers(done) == [{"id": "one", "error": "internal error (KeyError); please report this line"}]


def test_lines_that_alternate_between_many_sources_read_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []
    plain = api.Verifier

    def counted(sources: Any, **more: Any) -> Any:
        built.append(sources[0].id)
        return plain(sources, **more)

    monkeypatch.setattr(api, "Verifier", counted)
    many = [
        {
            "id": n,
            "claim": f"Some {n} tickets were lost.",
            "sources": [{"id": str(n % 40), "text": "Tickets were lost."}],
        }
        for n in range(120)
    ]
    found = list(answer_lines(io.BytesIO("\n".join(map(json.dumps, many)).encode())))
    assert [answer["id"] for answer in found] == list(range(120))
    assert sorted(built) == sorted(str(n) for n in range(40))


def test_standard_input_is_answered_line_by_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "verifier", "claims", "-"]
    line = json.dumps({"id": 1, "claim": "Tickets were lost.", "sources": [{"id": "a", "text": "Tickets were lost."}]})
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for _ in range(2):
            child.stdin.write(line.encode() + b"\n")
            child.stdin.flush()
            assert json.loads(child.stdout.readline())["verdict"] == "supported"
        child.stdin.close()
