"""Reading takes time in proportion to the text, so that a long one (a year in one file) is no trap.

Times are compared inside one run, so that a slow machine does not fail. The long texts take a minute or more and are
read only where HASILA_SLOW is set: HASILA_SLOW=1 pytest tests/reading/test_linear.py
"""

import os
import time

import pytest

from evaluation.bulletin import Lang
from evaluation.generator import generate
from hasila.model import Document
from hasila.reading import read

SLOW = pytest.mark.skipif("HASILA_SLOW" not in os.environ, reason="takes a minute; set HASILA_SLOW=1 to run it")


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


def seconds_per_character(text: str) -> float:
    start = time.process_time()
    reading = read(Document(id="long", text=text))
    assert len(reading.figures) > len(text) / 200
    return (time.process_time() - start) / len(text)


def growth(short: int, long: int) -> float:
    """How much longer a character takes in a long text than in a short one; 1 where time is in proportion."""
    text = joined_reports(long)
    read(Document(id="warm", text=text[:short]))
    return seconds_per_character(text) / min(seconds_per_character(text[:short]) for _ in range(2))


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    assert growth(40_000, 400_000) < 1.6


@SLOW
def test_a_million_characters_take_about_ten_times_as_long_as_a_tenth() -> None:
    assert growth(100_000, 1_000_000) < 2


@SLOW
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
    short, long = (Document(id="same", text=unit * (size // len(unit))) for size in (1_000, 8_000))
    read(short)
    start = time.process_time()
    read(short)
    middle = time.process_time()
    read(long)
    assert time.process_time() - middle < 16 * (middle - start) + 0.2
