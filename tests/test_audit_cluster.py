"""Prove that an audit on a real cluster of two workers is whole although one of them is killed."""

from __future__ import annotations

import os
import signal
from collections import Counter
from pathlib import Path

import database
import pytest
from click.testing import CliRunner

from verifier.cli.audit import Meter
from verifier.cli.main import main

SIZE, DONE = 40, 10


def test_a_worker_that_is_killed_loses_nothing_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed", reason="distributed is not installed: pip install -e '.[dask]'")
    database.write(tmp_path, SIZE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERIFIER_CACHE", str(tmp_path / "cache"))
    arguments = ["audit", database.INCIDENTS, "--sources", database.ARTICLES]
    CliRunner().invoke(main, [*arguments, "-o", "alone", "--jobs", "1"])
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50
    ) as cluster:
        victim = next(iter(cluster.workers.values())).pid

        def kill(_: Meter, done: int, *_more: object) -> None:
            if done == DONE:
                os.kill(victim, signal.SIGKILL)

        monkeypatch.setattr(Meter, "__call__", kill)
        done = CliRunner().invoke(main, [*arguments, "-o", "many", "--scheduler", cluster.scheduler_address])
    assert done.exit_code == 1, done.output
    lines = Path("many/summary.jsonl").read_text().splitlines()
    assert Counter(line.partition(",")[0] for line in lines) == {f'{{"id": "{n}"': 1 for n in range(1, SIZE + 1)}
    whole, parts = ({p.name: p.read_bytes() for p in Path(f).rglob("*.*") if p.is_file()} for f in ("alone", "many"))
    assert parts == whole
