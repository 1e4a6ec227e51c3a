"""A brief as Markdown: a heading, paragraphs with footnotes, and the sources."""

from __future__ import annotations

import re

from hasila.brief.language import Language, language
from hasila.brief.written import Brief, Note, Paragraph, Sentence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")


def render(brief: Brief) -> str:
    """The whole brief, ending in a line break."""
    words = language(brief.lang)
    blocks = [f"# {escape(brief.headline)}", *map(_paragraph, brief.paragraphs)]
    if brief.notes:
        blocks.append(f"## {words.pattern('notes.title')}")
        blocks.append("\n".join(_note(words, note) for note in brief.notes))
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Text that means nothing to Markdown.

    >>> escape("a*b [c]")
    'a\\\\*b \\\\[c\\\\]'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _paragraph(paragraph: Paragraph) -> str:
    return " ".join(map(_sentence, paragraph.sentences))


def _sentence(sentence: Sentence) -> str:
    said, stop = sentence.halves
    return escape(said) + "".join(f"[^{number}]" for number in sentence.notes) + stop


def _note(words: Language, note: Note) -> str:
    parts = [
        escape(note.outlet),
        words.pattern("notes.quoted").format(escape(note.title)) if note.title else None,
        note.published or words.pattern("notes.undated"),
        f"<{_address(note.url)}>" if note.url else None,
    ]
    return f"[^{note.number}]: " + words.pattern("notes.separator").join(part for part in parts if part)


def _address(url: str) -> str:
    """An address between angle brackets, which must hold neither blanks nor brackets."""
    return re.sub(r"[\s<>]", lambda match: f"%{ord(match[0]):02X}", url)
