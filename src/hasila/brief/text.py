"""A brief as plain text: the headline, the paragraphs, and the notes with their sources."""

from __future__ import annotations

from hasila.brief.language import Language, language
from hasila.brief.written import Brief, Note, Paragraph, Sentence

# Raised figures can't be taken for counts, as [1] before a noun can.
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def render(brief: Brief) -> str:
    """The whole brief, ending in a line break."""
    words = language(brief.lang)
    blocks = [brief.headline, *map(_paragraph, brief.paragraphs)]
    if brief.notes:
        blocks.append("\n".join([f"{words.pattern('notes.title')}:", *(_note(words, note) for note in brief.notes)]))
    return "\n\n".join(blocks) + "\n"


def _paragraph(paragraph: Paragraph) -> str:
    return " ".join(map(_sentence, paragraph.sentences))


def _sentence(sentence: Sentence) -> str:
    said, stop = sentence.halves
    gap = " " if sentence.notes and said[-1:].isdigit() else ""  # 40 ¹ is no power
    return said + gap + " ".join(map(_raised, sentence.notes)) + stop


def _note(words: Language, note: Note) -> str:
    parts = [
        note.outlet,
        words.pattern("notes.quoted").format(note.title) if note.title else None,
        note.published or words.pattern("notes.undated"),
        note.url,
    ]
    said = words.pattern("notes.separator").join(part for part in parts if part)
    return f"{_raised(note.number)} {said}"


def _raised(number: int) -> str:
    return str(number).translate(_RAISED)
