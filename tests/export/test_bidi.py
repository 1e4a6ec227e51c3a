"""Arabic on terminals."""

import pytest

from hasila.export.bidi import must_reorder, ordered, printable, shaped


@pytest.mark.parametrize(
    ("rtl", "is_terminal", "environment", "expected"),
    [
        ("auto", True, {"TERM": "xterm-256color"}, True),
        ("auto", True, {"VTE_VERSION": "7200"}, False),
        ("auto", True, {"VTE_VERSION": "5202"}, True),
        ("auto", True, {"KONSOLE_VERSION": "230400"}, False),
        ("auto", True, {"TERM_PROGRAM": "Apple_Terminal"}, False),
        ("auto", True, {"TERM": "mlterm-256color"}, False),
        ("terminal", True, {"VTE_VERSION": "7200"}, True),
        ("none", True, {}, False),
        ("auto", False, {}, False),
        ("terminal", False, {}, False),
    ],
)
def test_who_puts_arabic_in_order(rtl, is_terminal, environment, expected):
    assert must_reorder(rtl, is_terminal, environment) is expected


def test_letters_are_joined_and_drawn_from_the_left_while_numbers_stay():
    assert ordered(shaped("قتل 22 (داعش)")) == "(\ufeb6\ufecb\ufe8d\ufea9) 22 \ufede\ufe98\ufed7"


def test_latin_is_left_alone():
    assert ordered(shaped("22 killed (ISIS)")) == "22 killed (ISIS)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("killed\r\n 5", "killed 5"),
        ("\x1b[2Jkilled", "\ufffd[2Jkilled"),
        ("\u202emurder\u202c", "murder"),
        ("a\ud800b", "a\ufffdb"),
        ("قُتِلَ", "قُتِلَ"),
    ],
)
def test_reports_can_not_steer_the_terminal(text, shown):
    assert printable(text) == shown
