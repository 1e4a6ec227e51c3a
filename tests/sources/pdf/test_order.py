"""The order on the page is turned back into the order in which it is read."""

import pytest
from bidi import get_display

from hasila.sources.pdf.order import read_order

LINES = [
    "مقتل 22 عنصراً خلال شباط 2023",
    "قسد SDF نفذت 5 غارات بطائرات F-16 فوق 10.5 كم",
    "في 2023/05/07 قُتل 3-5 عناصر",
    "بنسبة 12.5% و٣٨ قتيلا",
    "US forces (قسد) killed 5",
    "U.S. forces killed 5-7 in 2023.",
    "12",
]


@pytest.mark.parametrize("line", LINES)
def test_order_is_found_and_proved(line):
    plain = line.replace("ُ", "").replace("ً", "")
    base = "R" if plain[0] >= "ا" else "L"
    assert read_order(list(get_display(plain, base_dir=base))) == (plain, True)


def test_full_stop_of_a_last_line_without_letters_goes_to_its_end():
    assert read_order(list(".%12.5"), among_arabic=True) == ("12.5%.", True)


def test_brackets_open_before_words_and_close_after_them():
    assert read_order(list("(قارعلا) «شعاد»"))[0] == "«داعش» (العراق)"
