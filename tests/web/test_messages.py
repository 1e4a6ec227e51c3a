"""Every word of the page in both languages."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from hasila.tally.telling import SENTENCES
from hasila.web.filekinds import file_kinds
from hasila.web.noted import NOTES
from hasila.web.objections import OBJECTIONS
from hasila.web.refusals import REFUSALS
from hasila.web.setaside import AT_LINE, SET_ASIDE
from hasila.web.wording import MODES

KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}
STATES = {"agreed", "single", "contested", "unreconciled", "derived"}
# what the pages say of the tally's reasons
REASONS = SENTENCES | set(MODES.values())
FRAMES = {*NOTES.frames, *OBJECTIONS.frames, *SET_ASIDE.frames, AT_LINE}
KINDS = set(file_kinds())


def asked() -> set[tuple[str | None, object]]:
    """All messages of the templates, with their contexts."""
    folder = str(files("hasila.web") / "templates")
    options = {"**.j2": {"trimmed": "true", "newstyle_gettext": "true"}}
    found = extract_from_dir(folder, [("**.j2", "jinja2.ext:babel_extract")], options, keywords=KEYWORDS)
    return {(context, message) for _, _, message, _, context in found}


def catalogue() -> Catalog:
    with (files("hasila.web") / "locale" / "ar.po").open("rb") as source:
        return read_po(source, locale="ar")


def test_every_message_is_translated_and_none_is_left_over() -> None:
    held = {(one.context, one.id) for one in catalogue() if one.id}
    assert asked() | {(None, words) for words in STATES | REASONS | REFUSALS | FRAMES | KINDS} == held


@pytest.mark.parametrize("one", [one for one in catalogue() if one.id], ids=str)
def test_no_translation_is_empty(one: Message) -> None:
    forms = [one.string] if isinstance(one.string, str) else list(one.string or ())
    assert len(forms) == (6 if one.pluralizable else 1)
    assert all(form.strip() for form in forms)


@pytest.mark.parametrize("one", sorted(REASONS | FRAMES))
def test_a_reason_keeps_its_values_in_translation(one: str) -> None:
    values = re.compile(r"%\((\w+)\)s")
    message = catalogue().get(one)
    assert message is not None
    assert set(values.findall(str(message.string))) == set(values.findall(one))
