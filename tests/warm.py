"""Give scripts a `verifier` to call that has its lexicons at hand: one process reads them, and forks for each call.

What a start from nothing does is tested elsewhere; tests of scripts and of what pages show have it start anew dozens of
times.
"""

from __future__ import annotations

import atexit
import marshal
import os
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import NoReturn

from click.testing import CliRunner

from verifier.cli.main import main

ASK = """#!{python} -IS
import marshal, os, socket, sys
link = socket.socket(socket.AF_UNIX)
link.connect({address!r})
called = marshal.dumps((sys.argv[1:], os.getcwd(), dict(os.environ)))
socket.send_fds(link, [len(called).to_bytes(4, "big") + called], [0, 1, 2])
os._exit(int(link.recv(9) or b"70"))
"""


def command(path: Path) -> None:
    """Write a `verifier` that hands what it is called with to the process that is warm."""
    path.write_text(ASK.format(python=sys.executable, address=_address()), encoding="utf-8")
    path.chmod(0o755)


@cache
def _address() -> str:
    """Start the process, and return where it listens."""
    folder = tempfile.TemporaryDirectory(prefix="warm")
    address = f"{folder.name}/socket"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen([sys.executable, __file__, address], env=environment, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    atexit.register(folder.cleanup)
    atexit.register(process.kill)
    return address


def _warm() -> None:
    """Check the worked case, so that all that a check needs is read."""
    seeds = Path(__file__).resolve().parent.parent / "seeds"
    assert CliRunner().invoke(main, ["check", f"{seeds}/postmortem.txt", "--sources", f"{seeds}"]).exit_code == 1


def _answer(link: socket.socket) -> NoReturn:
    """Run the program as it was called, and send its status."""
    called, streams, *_ = socket.recv_fds(link, 1 << 16, 3)
    while len(called) < 4 + int.from_bytes(called[:4], "big"):
        called += link.recv(1 << 16)
    arguments, folder, environment = marshal.loads(called[4:])  # noqa: S302  it comes from ASK
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    status: object = 70
    try:
        main(arguments, prog_name="verifier")
    except SystemExit as end:
        status = end.code or 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        link.send(str(status).encode())
        os._exit(0)


def _serve(address: str) -> None:
    _warm()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(address)
        server.listen()
        print("ready", flush=True)  # noqa: T201
        running: set[int] = set()
        while True:
            link, _ = server.accept()
            running -= {child for child in running if os.waitpid(child, os.WNOHANG)[0]}
            running.add(os.fork() or _answer(link))
            link.close()


if __name__ == "__main__":
    _serve(sys.argv[1])
