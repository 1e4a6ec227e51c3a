"""A crawl that is killed at any moment is finished by the same command, with the same files."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.bulk.archives import write_lines
from tests.bulk.crawling import contents, crawled
from tests.commandline import COMMAND, run

ROOT = Path(__file__).parents[2]
# Kills itself at each of the moments in which the crawl touches the disk for good, in a fork of its own; goes on then.
AT_EVERY_STEP = """
    import os, signal, sys
    from pathlib import Path
    from tests.bulk.crawling import contents, crawled

    folder, *paths = sys.argv[1:]
    plain = {name: getattr(os, name) for name in ("replace", "fsync")}

    def killed_at(step, after):
        left = [step]

        def stepping(name):
            def call(*given):
                left[0] -= 1
                if left[0] == 0 and not after:
                    os.kill(os.getpid(), signal.SIGKILL)
                result = plain[name](*given)
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                return result
            return call

        for name in plain:
            setattr(os, name, stepping(name))

    def forked(out, step=0, after=False):
        child = os.fork()
        if child == 0:
            if step:
                killed_at(step, after)
            crawled(paths, Path(out))
            os._exit(0)
        return os.waitpid(child, 0)[1]

    crawled(paths, Path(folder, "whole"))
    whole = contents(Path(folder, "whole"))
    step, kills = 1, 0
    while True:
        out = f"{folder}/{step}"
        status = forked(out, step, after=step % 2 == 0)
        kills += os.WIFSIGNALED(status)
        assert forked(out) == 0
        assert contents(Path(out)) == whole, f"step {step}"
        if not os.WIFSIGNALED(status):
            break
        step += 1
    print(kills)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_killed_at_every_step_to_the_disk(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(3))
    script = textwrap.dedent(AT_EVERY_STEP)
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path, path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert int(done.stdout) >= 10


@pytest.mark.parametrize("parts", [1, 3])
def test_killed_with_its_workers_under_way(tmp_path, parts):
    """The real command with two processes, killed when so many parts are on the disk."""
    paths = [write_lines(tmp_path / f"{number}.jsonl", range(number, number + 30)) for number in range(8)]
    crawled(paths, tmp_path / "whole")
    out = tmp_path / "out"
    _stopped_after(parts, signal.SIGKILL, paths, out)
    done = sorted((out / "units").glob("*.json"))
    assert parts <= len(done) < len(paths)
    before = {path: path.stat().st_mtime_ns for path in done}
    again = run("crawl", *paths, "--out", out, "--workers", 2, "--format", "json")
    assert again.returncode == 0
    assert json.loads(again.stdout)["done_before"] >= len(done)
    assert {path: path.stat().st_mtime_ns for path in done} == before
    assert contents(out) == contents(tmp_path / "whole")


def test_interrupted_it_ends_at_once_and_says_how_to_go_on(tmp_path):
    paths = [write_lines(tmp_path / f"{number}.jsonl", range(number, number + 30)) for number in range(8)]
    status, errors = _stopped_after(1, signal.SIGINT, paths, tmp_path / "out")
    assert (status, errors) == (130, "hasila: stopped; the same command goes on where this one was\n")
    assert run("crawl", *paths, "--out", tmp_path / "out").returncode == 0
    crawled(paths, tmp_path / "whole")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def _stopped_after(parts: int, by: signal.Signals, paths: Sequence[Path], out: Path) -> tuple[int, str]:
    command = [*COMMAND, "crawl", *map(str, paths), "--out", str(out), "--workers", "2", "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(parts):
            assert process.stdout.readline()
        process.send_signal(by)
        _, errors = process.communicate()
    return process.returncode, errors
