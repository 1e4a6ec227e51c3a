"""PDFs of every make become the words that a person reads on their pages, or a clear error."""

import json
import shutil
import subprocess
from datetime import date

import pytest

from hasila.model import Document
from hasila.sources import Rejected, open_bytes
from tests.sources.pdf.making import Font, drawn, pdf

ARABIC = [
    "أعلنت القيادة المركزية مقتل 22 عنصراً من داعش خلال شباط 2023 في الأنبار، والاستيلاء على أسلحة",
    "مع «قسد» (SDF) وقُتِلَ ٣٨ آخرون في ١٬٢٠٠ غارة بين 5-7 حزيران، بنسبة 12.5%.",
    "",
    "Killed 5 in Iraq (2023).",
]
WORDS = f"{ARABIC[0]} {ARABIC[1]}\n{ARABIC[3]}"


def made(*pages: list[str], font: Font | None = None, order="left to right", **more) -> bytes:
    font = font or Font()
    return pdf([drawn(page, font, order) for page in pages], font, **more)


def document(data: bytes, **defaults) -> Document:
    (item,) = open_bytes(data, "statement.pdf", **defaults)
    assert isinstance(item, Document), item
    return item


def rejection(data: bytes) -> str:
    (item,) = open_bytes(data, "statement.pdf")
    assert isinstance(item, Rejected)
    assert item.remedy
    return item.reason


@pytest.mark.parametrize("order", ["left to right", "as read"])
@pytest.mark.parametrize("ligature", ["as read", "backwards"])
def test_arabic_is_read_whichever_way_it_is_stored(order, ligature):
    found = document(made(ARABIC, font=Font(ligature), order=order, packed=True))
    assert found.text == WORDS
    assert found.notes == ("text taken from a PDF",)


def test_lines_of_a_paragraph_are_joined_and_others_are_not():
    lines = [
        "Central Command said that in the month of February its forces killed",
        "22 militants and detained 25 others in Iraq and in Syria.",
        "A short line",
        "Another short line",
    ]
    assert document(made(lines)).text == f"{lines[0]} {lines[1]}\n{lines[2]}\n{lines[3]}"


def test_offsets_tell_the_page_of_each_word_and_heads_and_numbers_do_not_repeat():
    body = ["first page, 11 killed.", "second page, 12 killed.", "third page, 13 killed."]
    pages = [["CENTCOM bulletin 7", "", "", words, *[""] * 30, f"Page {at} of 3"] for at, words in enumerate(body, 1)]
    found = document(made(*pages, []))
    assert found.text == "\n".join(["CENTCOM bulletin 7", *body])
    starts = found.extra["pages"]
    assert [found.text[start:].splitlines()[:1] for start in starts[1:]] == [[body[1]], [body[2]], []]
    assert "5 repeated heads, feet and page numbers left out" in found.notes
    assert "pages without text: 4" in found.notes


def test_lines_that_differ_in_a_figure_are_no_running_head():
    pages = [[f"{count} killed", "", "", f"in week {week}."] for week, count in enumerate([4, 9, 2], 1)]
    assert document(made(*pages)).text.count("killed") == 3


def test_title_is_taken_and_the_day_of_making_is_no_day_of_publication():
    found = document(
        made(ARABIC, info="/Title(Statement on February)/CreationDate(D:20230305101500Z)/Author(R. Haddad)")
    )
    assert (found.title, found.published) == ("Statement on February", None)
    assert (found.extra["created"], found.extra["author"]) == ("2023-03-05", "R. Haddad")
    assert document(made(ARABIC), published=date(2023, 3, 6)).extra["provenance"]["published_from"] == "given"


@pytest.mark.parametrize("title", ["", "Microsoft Word - a.docx", "statement.pdf", "Untitled", "42"])
def test_title_that_a_program_made_up_is_none(title):
    assert document(made(ARABIC, info=f"/Title({title})")).title is None


def test_page_on_its_side_is_read_and_a_stamp_across_it_is_not():
    font = Font()
    line = drawn(["Killed 22 in Iraq in 2023."], font)
    stamp = b"q .7 .7 -.7 .7 90 90 cm " + drawn(["DRAFT"], font, top=100) + b" Q"
    found = document(pdf([b"q 0 1 -1 0 800 0 cm " + line + b" Q", line + stamp], font))
    assert found.text == "Killed 22 in Iraq in 2023.\nKilled 22 in Iraq in 2023."


DAMAGED = {
    "lam-alef": ["اعلنت قوات االمن في محافظة االنبار قتل خمسة من االرهابيين"],
    "letters": ["ةيلمع يف شعاد نم رصانع ةسمخ لتق نع ةيكريمألا ةدايقلا تنلعأ"],
    "words": [".العراق في داعش من عناصر خمسة قتل القيادة أعلنت", "", ".مسلحين سبعة اعتقال إلى وأشارت"],
    "digits": ["أعلنت القيادة مقتل 22 عنصراً خلال شباط 3202 في العراق"],
}


@pytest.mark.parametrize("sign", DAMAGED)
def test_words_that_are_damaged_on_the_page_are_told(sign):
    assert [note.startswith(sign) for note in document(made(DAMAGED[sign])).notes].count(True) == 1


def test_glyphs_without_letters_are_counted():
    found = document(made(["Killed \ue0225 in Iraq in 2023."]))
    assert found.text == "Killed \ufffd5 in Iraq in 2023."
    assert "1 glyphs that the PDF gives no letter for, read as U+FFFD" in found.notes


def test_file_with_a_broken_table_is_read():
    sound = made(ARABIC)
    assert document(sound.replace(b"startxref\n", b"startxref\n9")).text == WORDS
    assert document(b"\xef\xbb\xbf\r\n" + sound).text == WORDS


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (made(ARABIC, encrypt=True), "locked with a password"),
        (made([], []), "only pictures"),
        (made(ARABIC)[:400], "no PDF that can be read"),
        (b"%PDF-1.7 and nothing more", "no PDF that can be read"),
        (b"no PDF at all", "no PDF that can be read"),
        (made(*[[]] * 2001), "more than 2,000 pages"),
    ],
    ids=["locked", "pictures", "cut off", "empty", "other", "long"],
)
def test_what_cannot_be_read_is_said(data, reason):
    assert reason in rejection(data)


def test_page_that_takes_for_ever_ends_with_its_process(monkeypatch):
    monkeypatch.setattr("hasila.sources.pdf.reader.PDF_SECONDS_A_PAGE", 1)
    font = Font()
    endless = b"\n".join(drawn([f"{at} killed" for at in range(40)], font) for _ in range(2_000))
    assert "page 1" in rejection(pdf([endless], font, packed=True))


def test_process_that_ends_of_itself_costs_one_file(monkeypatch):
    monkeypatch.setattr("hasila.sources.pdf.reader._COMMAND", ["false"])
    assert "page 1" in rejection(made(ARABIC))


def test_pages_printed_by_a_browser_are_read_as_they_were_written(tmp_path):
    browser = shutil.which("chromium")
    if not browser:
        pytest.skip("there is no Chromium here")
    page = f'<html lang="ar" dir="rtl"><meta charset="utf-8"><title>بيان</title><p>{ARABIC[0]} {ARABIC[1]}</p></html>'
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        [browser, *options, f"--print-to-pdf={tmp_path / 'a.pdf'}", str(tmp_path / "a.html")],
        check=True, capture_output=True,
    )  # fmt: skip
    found = document((tmp_path / "a.pdf").read_bytes())
    assert found.text == f"{ARABIC[0]} {ARABIC[1]}"
    json.dumps(dict(found.extra))
