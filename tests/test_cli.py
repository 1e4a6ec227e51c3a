"""The real command, run on real files."""

import json
import os
import pty
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import hasila
from tests.commandline import COMMAND, objects, run

REPORT = (
    "أعلنت القيادة المركزية الأميركية مقتل 22 عنصراً من تنظيم داعش واعتقال 25 آخرين في العراق وسوريا خلال شباط 2023."
)
ENGLISH = "U.S. Central Command said 38 operations in May 2023 killed eight ISIS operatives and captured 31 in Syria."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_jsonl_has_one_object_a_report_in_input_order(tmp_path, report):
    (tmp_path / "more.jsonl").write_text(
        "".join(json.dumps({"id": str(n), "text": ENGLISH}) + "\n" for n in range(3)), encoding="utf-8"
    )
    done = run("read", tmp_path / "more.jsonl", report, "--format", "jsonl")
    assert [told["id"] for told in objects(done)] == ["0", "1", "2", "report"]
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("text", [REPORT, ENGLISH, REPORT.replace(" ", "\r\n", 3), "🕊️\n\n" + REPORT, "\u200f" + REPORT])
def test_every_offset_is_true(tmp_path, text):
    (tmp_path / "a.txt").write_bytes(text.encode())
    (told,) = objects(run("read", tmp_path / "a.txt", "--format", "jsonl"))
    assert told["figures"]
    for figure in told["figures"]:
        evidence = figure["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_day_of_publication_is_passed_on(report):
    (told,) = objects(run("read", report, "--published", "2023-03-03", "--format", "jsonl"))
    assert told["published"] == "2023-03-03"


@pytest.mark.parametrize(
    ("stdin", "identifier"), [(REPORT.encode(), "stdin"), (json.dumps({"text": REPORT}).encode(), "stdin-1")]
)
def test_standard_input_is_text_or_json_lines(stdin, identifier):
    done = run("read", "-", "--format", "jsonl", stdin=stdin)
    assert (done.returncode, [told["id"] for told in objects(done)]) == (0, [identifier])


BAD_FILES = [
    ("empty.txt", b"", "the file is empty"),
    ("binary.txt", b"killed\x00 5", "binary"),
    ("paper.txt", b"%PDF-1.7", "PDF"),
    ("broken.jsonl", b'{"text": "killed 5"', "line 1: the line is not JSON"),
    ("list.jsonl", b"[]", "line 1: the line is a list, not an object"),
    ("none.jsonl", b'{"id": "a"}', "line 1: there is no 'text'"),
    ("blank.jsonl", b'{"text": ""}', "line 1: 'text' is empty"),
    ("number.jsonl", b'{"text": 5}', "line 1: 'text' is a number, not a string"),
    ("columns.csv", b"id,body\n1,x\n", "line 1: no column is called 'text'"),
    ("quotes.csv", b'id,text\n1,"killed" 5\n', "line 2: the row can't be read"),
    ("fields.csv", b"id,text\n1,killed 5, wounded 3\n", "line 2: the row has 3 fields"),
    ("page.html", b"<html></html>", "no article was found"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_bad_input_is_named_with_its_reason_and_the_rest_is_read(tmp_path, report, name, data, reason):
    (tmp_path / name).write_bytes(data)
    done = run("read", tmp_path / name, report, "--format", "jsonl")
    assert (done.returncode, [told["id"] for told in objects(done)]) == (1, ["report"])
    (message,) = done.stderr.splitlines()
    assert message.startswith("hasila: ")
    assert name in message
    assert reason in message


def test_missing_file_and_empty_folder_are_named(tmp_path, report):
    (tmp_path / "empty").mkdir()
    done = run("read", tmp_path / "no.txt", tmp_path / "empty", report, "--format", "jsonl")
    assert (done.returncode, len(objects(done))) == (1, 1)
    assert "no such file" in done.stderr
    assert "the folder holds no" in done.stderr


def test_line_over_64_megabytes_is_left_out(tmp_path):
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        file.writelines(b"x" * 1_000_000 for _ in range(100))
        file.write(b'"}\n' + json.dumps({"text": ENGLISH}).encode())
    done = run("read", path, "--format", "jsonl")
    assert (done.returncode, [told["id"] for told in objects(done)]) == (1, ["long-2"])
    assert "line 1: the line is longer than 64 MB" in done.stderr


def test_text_in_windows_1256_is_read_and_the_guess_told(tmp_path):
    (tmp_path / "old.txt").write_bytes(REPORT.encode("cp1256"))
    done = run("read", tmp_path / "old.txt", "--format", "jsonl")
    (told,) = objects(done)
    assert (done.returncode, told["notes"][0]) == (0, "not UTF-8: read as cp1256")
    assert "old.txt: not UTF-8: read as cp1256" in done.stderr


def test_day_that_is_no_day_leaves_the_report_undated_and_status_1(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": ENGLISH, "published": "soon"}), encoding="utf-8")
    done = run("read", tmp_path / "a.jsonl", "--format", "jsonl")
    (told,) = objects(done)
    assert (done.returncode, told["published"], "'published'" in told["notes"][0]) == (1, None, True)
    assert "line 1: 'published' is no date ('soon')" in done.stderr


def test_half_characters_survive_to_the_output(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "\\ud800", "title": "\\udfff", "text": "killed 5 \\ud83d"}')
    for format in ("jsonl", "table"):
        done = run("read", tmp_path / "a.jsonl", "--format", format)
        assert done.returncode == 0, done.stderr
    assert objects(run("read", tmp_path / "a.jsonl", "--format", "jsonl"))[0]["title"] == "\udfff"


def test_damaged_text_is_flagged(tmp_path):
    (tmp_path / "a.txt").write_text("اعلنت قوات االمن مقتل 5 من االرهابيين", encoding="utf-8")
    done = run("read", tmp_path / "a.txt", "--format", "jsonl")
    assert "figures can't be trusted" in objects(done)[0]["notes"][0]
    assert "figures can't be trusted" in done.stderr


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
@pytest.mark.parametrize("format", ["jsonl", "table"])
def test_files_get_utf8_whatever_the_terminal_speaks(report, environment, format):
    assert "22 عنصرا" in run("read", report, "--format", format, **environment).stdout


def test_piped_table_has_one_unbroken_line_a_figure(report):
    done = run("read", report, "--published", "2023-03-03", "--rtl", "terminal", COLUMNS="40")
    assert "\x1b" not in done.stdout
    assert any("22" in line and "US Central Command" in line and "عنصرا" in line for line in done.stdout.splitlines())


def test_explanation_names_the_rules(report):
    assert "rules" in run("read", report, "--explain").stdout


@pytest.mark.parametrize("variable", ["NO_COLOR", "COLORTERM"])
def test_colours_only_where_they_are_wanted(report, variable):
    report.write_text(f"\u200f{REPORT}", encoding="utf-8")  # gets a note, and notes are yellow
    shown = on_terminal("read", str(report), **{variable: "1", "TERM": "xterm-256color"})
    assert ("\x1b[33m" in shown) is (variable == "COLORTERM")
    assert re.search("[\ufe70-\ufefc]", shown)  # Arabic letters are joined for a terminal that doesn't do it


def on_terminal(*arguments: str, **environment: str) -> str:
    """What the command shows on a terminal of 80 columns."""
    inner, outer = pty.openpty()
    kept = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "VTE_VERSION", "TERM_PROGRAM")
    }
    child = subprocess.Popen(
        [*COMMAND, *arguments], stdout=outer, stderr=outer, stdin=outer, env={**kept, "COLUMNS": "80", **environment}
    )
    os.close(outer)
    shown = b""
    try:
        while data := os.read(inner, 65536):
            shown += data
    except OSError:  # how Linux says that the other side has hung up
        pass
    child.wait()
    os.close(inner)
    return shown.decode()


def test_reader_that_hangs_up_ends_it_quietly(tmp_path):
    line = json.dumps({"text": ENGLISH}) + "\n"
    (tmp_path / "a.jsonl").write_text(line * 5000, encoding="utf-8")
    child = subprocess.Popen(
        [*COMMAND, "read", str(tmp_path / "a.jsonl"), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout
    assert child.stderr
    json.loads(child.stdout.readline())
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait() == 0
    child.stderr.close()


def test_output_streams(tmp_path):
    """The first object comes before the input has ended."""
    child = subprocess.Popen(
        [*COMMAND, "read", "-", "--format", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin
    assert child.stdout
    child.stdin.write(json.dumps({"text": ENGLISH}).encode() + b"\n")
    child.stdin.flush()
    assert json.loads(child.stdout.readline())["id"] == "stdin-1"
    child.communicate()


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "--published", "soon", "a.txt"],
        ["read", "--published", "2023-02-30", "a.txt"],
        ["read", "--lang", "fr", "a.txt"],
        ["read", "--format", "xml", "a.txt"],
        ["read", "--rtl", "up", "a.txt"],
        ["reed"],
        ["lexicon", "comb"],
    ],
)
def test_wrong_use_is_status_2(arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


@pytest.mark.parametrize("command", [["read"], ["demo"], ["lexicon", "lint"]])
def test_help_has_an_example_and_the_exit_status(command):
    done = run(*command, "--help", COLUMNS="100")
    assert f"Example: hasila {' '.join(command)}" in done.stdout
    assert "Exit status: 0" in done.stdout
    assert done.returncode == 0


def test_version():
    assert run("--version").stdout == f"hasila {hasila.__version__}\n"


def test_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "hasila", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"hasila {hasila.__version__}\n"


def test_demo_reads_every_example_without_complaint():
    done = run("demo", "--format", "jsonl")
    told = objects(done)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(told) >= len([path for path in files("hasila").joinpath("examples").iterdir() if path.is_file()])
    assert len({one["id"] for one in told}) == len(told)


def test_lexicon_is_in_order():
    done = run("lexicon", "lint")
    assert (done.returncode, done.stdout) == (0, "")
