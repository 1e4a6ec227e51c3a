"""The reports that are read for measuring: the examples of the package and made-up bulletins, of one length."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from itertools import count

from evaluation.bulletin import Lang
from evaluation.generator import generate
from hasila.model import Document
from hasila.sources import Rejected, open_sources

LENGTH = 2_000


def examples() -> list[str]:
    """The texts of the example reports that come with the package."""
    with as_file(files("hasila") / "examples") as folder:
        items = list(open_sources([str(folder)]))
    return [item.text for item in items if not isinstance(item, Rejected)]


def made(lang: Lang, first: int = 0) -> Iterator[str]:
    """Made-up bulletins, without end."""
    return (generate(seed, lang)["text"] for seed in count(first))


def of_length(texts: Iterator[str], length: int = LENGTH) -> Iterator[str]:
    """Texts joined until they reach ``length``, and cut there."""
    held = ""
    for text in texts:
        held = f"{held}\n\n{text}" if held else text
        if len(held) >= length:
            yield held[:length]
            held = ""


def sample(size: int) -> list[Document]:
    """``size`` reports of 2,000 characters: first the examples, then bulletins, two Arabic ones for an English one."""
    texts = list(of_length(iter(examples())))
    arabic, english = of_length(made("ar")), of_length(made("en"))
    while len(texts) < size:
        texts.append(next(english) if len(texts) % 3 == 0 else next(arabic))
    return [Document(id=str(at), text=text) for at, text in enumerate(texts[:size])]
