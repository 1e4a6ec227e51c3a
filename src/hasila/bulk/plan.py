"""Inputs -> units of work, and the record of them by which a run that goes on knows that it is the same one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from hasila.bulk.cutting import stretches
from hasila.bulk.options import Options
from hasila.bulk.storage import matching, sized
from hasila.bulk.unit import Input, Kind, Unit
from hasila.errors import HasilaError, SourceError
from hasila.ledger.identity import version_of
from hasila.sources import Rejected

FORMAT = 1
_CODE = ("codec.py", "model.py", "text", "lexicon", "values", "reading", "sources", "bulk")
_LIBRARIES = ("trafilatura", "lxml", "resiliparse", "fastwarc", "pyarrow")
_SUFFIXES: dict[str, Kind] = {
    ".warc": "warc",
    ".wet": "warc",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
}
_PACKED = (".gz", ".zst")
KINDS_READ = ".warc, .wet, .jsonl (plain, .gz or .zst) and .parquet"


class CrawlError(HasilaError):
    """A crawl that can't be begun or gone on with.

    >>> str(CrawlError("out", "it holds another crawl", "Name another folder"))
    'out: it holds another crawl. Name another folder.'
    """

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        super().__init__(where, reason, remedy)
        self.where = where
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}. {self.remedy}."


@dataclass(frozen=True, slots=True)
class Plan:
    """What is read, by which Hasila, how, and in which units."""

    version: str
    options: Options
    inputs: tuple[Input, ...]
    units: tuple[Unit, ...]


def this_version() -> str:
    """Which Hasila crawls: its code, its lexicon, and the libraries that take pages apart and write the files."""
    return " ".join([version_of(_CODE), *(f"{name}={_installed(name)}" for name in _LIBRARIES)])


def kind_of(path: str) -> Kind | None:
    """
    >>> kind_of("a/CC-NEWS.warc.gz"), kind_of("a.parquet"), kind_of("a.html")
    ('warc', 'parquet', None)
    """
    name = path.lower()
    plain = next((name.removesuffix(packed) for packed in _PACKED if name.endswith(packed)), name)
    return next((kind for suffix, kind in _SUFFIXES.items() if plain.endswith(suffix)), None)


def found(paths: Sequence[str]) -> Iterator[Input | Rejected]:
    """Every file that ``paths`` name, in their order, and what of them can't be had."""
    for path in paths:
        try:
            yield from _named(path)
        except SourceError as error:
            yield Rejected.from_error(error)
        except OSError as error:
            reason = (error.strerror or str(error) or type(error).__name__).lower()
            yield Rejected(path, None, reason, "Check the path, and that you may read it")


def units_of(inputs: Sequence[Input], options: Options) -> tuple[Unit, ...]:
    """The units in the order of the input, numbered from 0."""
    pieces = (piece for one in inputs for piece in stretches(one, options.unit_bytes))
    return tuple(replace(piece, number=number) for number, piece in enumerate(pieces))


def _named(path: str) -> Iterator[Input | Rejected]:
    anything = False
    for file in matching(path):
        kind = kind_of(file)
        if kind is None and file != path:
            continue
        anything = True
        if kind is None:
            yield Rejected(file, None, "it is no kind of file that a crawl reads", f"Give {KINDS_READ}")
            continue
        size, stamp = sized(file)
        yield Input(file, kind, size, stamp)
    if not anything:
        yield Rejected(path, None, f"there is no {KINDS_READ} file", "Check the path, or name the files themselves")


def written(plan: Plan) -> str:
    """The plan as a file."""
    plain = {
        "hasila": "crawl",
        "format": FORMAT,
        "version": plan.version,
        "options": _plain_options(plan.options),
        "inputs": [asdict(one) for one in plan.inputs],
        "units": [
            [unit.number, plan.inputs.index(unit.input), unit.start, unit.end, unit.first] for unit in plan.units
        ],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def plan_in(text: str, where: str) -> Plan:
    """The plan that :func:`written` wrote."""
    try:
        plain = json.loads(text)
        if plain["format"] != FORMAT:
            raise CrawlError(where, "another version of Hasila wrote it in another form", "Name another folder")
        inputs = tuple(Input(**one) for one in plain["inputs"])
        units = tuple(Unit(number, inputs[of], *rest) for number, of, *rest in plain["units"])
        return Plan(plain["version"], _options_of(plain["options"]), inputs, units)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise CrawlError(where, "its plan can't be read", "Remove the folder, or name another") from error


def differences(before: Plan, version: str, options: Options, inputs: Sequence[Input]) -> list[str]:
    """What is not as it was when the crawl was begun."""
    told = []
    if before.version != version:
        told.append(f"this is another version of Hasila or of a library ({version}; begun with {before.version})")
    was, now = _plain_options(before.options), _plain_options(options)
    told += [f"{name} was {was[name]!r} and is {now[name]!r}" for name in was if was[name] != now[name]]
    old, new = {one.path: one for one in before.inputs}, {one.path: one for one in inputs}
    told += [f"{path} is new" for path in new if path not in old]
    told += [f"{path} is missing" for path in old if path not in new]
    told += [f"{path} has changed" for path, one in new.items() if path in old and old[path] != one]
    if not told and tuple(inputs) != before.inputs:
        told.append("the input comes in another order")
    return told


def _plain_options(options: Options) -> dict[str, Any]:
    return {**asdict(options), "published": options.published and options.published.isoformat()}


def _options_of(plain: dict[str, Any]) -> Options:
    published = plain["published"]
    return Options(**{**plain, "published": date.fromisoformat(published) if published else None})


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
