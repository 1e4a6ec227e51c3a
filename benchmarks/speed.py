"""Reports a second on one core: Hasila beside a general tokenizer, alone and with the forms of our lexicon to look for.

Each is measured in a process of its own, so that peak memory is its own: python -m benchmarks.speed NAME SIZE
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.processes import own_peak, per_second
from benchmarks.reports import LENGTH, sample
from hasila.model import Document

Work = Callable[[], None]


def read_all(documents: Sequence[Document]) -> Work:
    """Hasila: every figure with its slots, quotes and background."""
    from hasila.reading import read

    def work() -> None:
        for document in documents:
            read(document)

    return work


def tokenize_all(documents: Sequence[Document]) -> Work:
    """spaCy's Arabic tokenizer, which finds words and nothing else."""
    tokenizer = _blank().tokenizer

    def work() -> None:
        for document in documents:
            tokenizer(document.text)

    return work


def match_all(documents: Sequence[Document]) -> Work:
    """spaCy's Arabic tokenizer, and its matcher with every form and name of our lexicon."""
    from spacy.matcher import PhraseMatcher

    language = _blank()
    matcher = PhraseMatcher(language.vocab)
    matcher.add("lexicon", [language.make_doc(form) for form in lexicon_forms()])

    def work() -> None:
        for document in documents:
            matcher(language.tokenizer(document.text))

    return work


def lexicon_forms() -> list[str]:
    """Every form of a word, every phrase and every name that Hasila knows."""
    from hasila.lexicon import names
    from hasila.lexicon.words import words

    forms = {form for lang in ("ar", "en") for form in words(lang).forms}
    forms |= {" ".join(key) for lang in ("ar", "en") for rows in words(lang).phrases.values() for key, _ in rows}
    forms |= {form for kind in ("actor", "person", "place") for form, _ in names.spellings(kind)}
    return sorted(forms)


def _blank() -> Any:
    import spacy

    return spacy.blank("ar")


WORKERS: dict[str, Callable[[Sequence[Document]], Work]] = {
    "hasila": read_all,
    "spacy tokenizer": tokenize_all,
    "spacy tokenizer + PhraseMatcher": match_all,
}


def measure(name: str, size: int) -> dict[str, float]:
    """Speed and peak memory of one worker, warm, in this process."""
    documents = sample(size)
    work = WORKERS[name](documents)
    work()
    gc.collect()
    return {"reports_per_second": per_second(work, len(documents)), "peak_bytes": own_peak()}


def growth(short: int = 100_000, long: int = 1_000_000) -> float:
    """How much longer a character takes in a long text than in a short one; 1 where time is in proportion."""
    from hasila.reading import read

    text = "\n\n".join(document.text for document in sample(long // LENGTH))[:long]

    def seconds_per_character(size: int) -> float:
        document = Document("long", text[:size])
        return 1 / per_second(read_all([document]), size)

    read(Document("warm", text[:short]))
    return seconds_per_character(long) / seconds_per_character(short)


def measure_apart(name: str, size: int, python: str = sys.executable) -> dict[str, float]:
    """The same in a process of its own, of this environment or of another one."""
    command = [python, "-m", "benchmarks.speed", name, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


if __name__ == "__main__":
    json.dump(measure(sys.argv[1], int(sys.argv[2])), sys.stdout)
