"""Reading takes work in proportion to the text, so that a long one (a year in one file) is no trap.

Work is counted, not timed: the lines of Python that a reading runs are the same on every machine. What the clock says
of long texts stands in the benchmark.
"""

import os
import sys
from types import FrameType
from typing import Any

import pytest

from evaluation.bulletin import Lang
from evaluation.generator import generate
from hasila.model import Document
from hasila.reading import read


def joined_reports(size: int) -> str:
    """Reports of both languages, one after the other."""
    texts: list[str] = []
    total = seed = 0
    while total < size:
        lang: Lang = "ar" if seed % 2 else "en"
        texts.append(generate(seed % 200, lang)["text"])
        total += len(texts[-1]) + 2
        seed += 1
    return "\n\n".join(texts)[:size]


def lines_run(text: str) -> int:
    """How many lines of Python a reading runs."""
    count = 0

    def local(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return local

    before = sys.gettrace()
    sys.settrace(lambda frame, event, argument: local)
    try:
        read(Document(id="counted", text=text))
    finally:
        sys.settrace(before)
    return count


def test_ten_times_the_text_takes_about_ten_times_the_work() -> None:
    text = joined_reports(50_000)
    read(Document(id="warm", text=text))  # what is looked up once is kept
    assert lines_run(text) < 20 * lines_run(text[:5_000])


@pytest.mark.skipif("HASILA_SLOW" not in os.environ, reason="takes a minute; set HASILA_SLOW=1 to run it")
def test_ten_million_characters_are_read() -> None:
    text = joined_reports(10_000_000)
    reading = read(Document(id="huge", text=text))
    last = reading.figures[-1].evidence
    assert text[last.start : last.end] == last.text
    assert last.start > len(text) - 10_000


UNITS = [
    "«",
    "\n",
    "ـ",
    "1/",
    "و",
    "داعش ",
    "في العراق ",
    "قتيل ",
    "killed ",
    "\u064b",
    "قُتل 5 عناصر، ",
    "May 2023 ",
    "قُتل 5 ",
    "killed 5, ",
    "5 ",
    "one ",
    "(",
    "-",
    ". ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_one_thing_over_and_over_is_no_trap(unit: str) -> None:
    short, long = (unit * (size // len(unit)) for size in (1_000, 8_000))
    read(Document(id="warm", text=long))
    assert lines_run(long) < 12 * lines_run(short)  # 8 in proportion, 64 where all words look at all others
