"""``hasila second``: a language model as a second reader, compared with Hasila and never counted."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hasila.commands import console
from hasila.commands.comparing import Compared, Files, Kept, Task

KEY = "HASILA_SECOND_KEY"
_EXTRA = "the client for language models is not installed: pip install 'hasila[second-reader]'"


class Format(StrEnum):
    table = "table"
    jsonl = "jsonl"


class Form(StrEnum):
    auto = "auto"
    schema = "schema"
    json = "json"
    text = "text"


def second(
    endpoint: Annotated[
        str,
        typer.Option(
            envvar="HASILA_SECOND_ENDPOINT",
            metavar="URL",
            help="Where the model is: an address that speaks the chat completions protocol, up to its /v1. Reports "
            "are sent there, and nowhere else.",
        ),
    ],
    model: Annotated[
        str, typer.Option(envvar="HASILA_SECOND_MODEL", metavar="NAME", help="What the endpoint calls the model.")
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH…", help="Reports to read and compare, as for hasila read."),
    ] = None,
    ledger: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|postgresql://…",
            help="Instead of PATH: the documents of this ledger that the model hasn't read; what it sees otherwise "
            "goes to review.",
        ),
    ] = None,
    key_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help=f"A file that holds the key. Without it the key is in ${KEY}.")
    ] = None,
    price_in: Annotated[float, typer.Option(min=0, help="What a million tokens cost that go in.")] = 0.0,
    price_out: Annotated[float, typer.Option(min=0, help="What a million tokens cost that come out.")] = 0.0,
    most_cost: Annotated[
        float | None, typer.Option(min=0, help="End the run before it can cost more than this.")
    ] = None,
    most_documents: Annotated[int | None, typer.Option(min=1, help="Read so many documents at most.")] = None,
    at_once: Annotated[int, typer.Option(min=1, max=64, help="How many documents are asked about at a time.")] = 4,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds for one answer.")] = 120.0,
    tries: Annotated[int, typer.Option(min=1, max=20, help="How often one answer is asked for.")] = 4,
    most_tokens: Annotated[int, typer.Option(min=16, help="Tokens of one answer at most.")] = 4096,
    part_tokens: Annotated[
        int, typer.Option(min=100, help="Longer texts are cut into parts of so many tokens.")
    ] = 2500,
    form: Annotated[
        Form, typer.Option(help="How the answer is asked for. auto: as strictly as the endpoint can.")
    ] = Form.auto,
    cache: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where answers are kept. [default: ~/.cache/hasila/second]")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither keep answers nor use kept ones.")] = False,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Day of publication of reports that carry none."),
    ] = None,
    lang: Annotated[console.Language | None, typer.Option(help="Language of reports that don't say theirs.")] = None,
    format: Annotated[Format, typer.Option(help="table: for people. jsonl: one object a report.")] = Format.table,
) -> None:
    """Let a language model read reports, and show where it and Hasila differ.

    Of what the model tells, only that is kept whose words stand in the report and say that number. None of it is ever
    counted: from a ledger the differences go to review, where people decide. An answer that was kept costs nothing
    again. Example with a model on this machine:

    Example: hasila second report.txt --endpoint http://127.0.0.1:8080/v1 --model qwen3

    Exit status: 0 every report was read; 1 something was set aside, or a bound was reached, with a message on standard
    error; 2 the command was wrong, or the endpoint or the ledger can't be used.
    """
    if bool(paths) == (ledger is not None):
        raise typer.BadParameter("give PATH, or --ledger")
    if most_cost is not None and not price_in and not price_out:
        raise typer.BadParameter("--most-cost needs --price-in and --price-out")
    console.messages_to_stderr()
    console.write_anything(sys.stdout)
    try:
        from hasila.second.cache import Cache, default_folder
        from hasila.second.endpoint import Endpoint, Settings
        from hasila.second.reader import SecondReader
        from hasila.second.spending import Prices, Purse
        from hasila.second.transport import is_loopback
    except ModuleNotFoundError as error:
        console.complain(_EXTRA)
        raise typer.Exit(console.WRONG) from error
    settings = Settings(
        endpoint, model, _key(key_file), timeout=timeout, tries=tries, most_tokens=most_tokens,
        form=None if form is Form.auto else form.value,
    )  # fmt: skip
    purse = Purse(Prices(price_in, price_out), most_cost)
    day = published.date() if published else None
    with console.ends_quietly("stopped; what was read is kept"), Endpoint(settings, purse) as asked:
        if not is_loopback(endpoint):
            console.complain(f"reports are sent to {endpoint}")
        reader = SecondReader(model, asked, Cache(None if no_cache else cache or default_folder()), part_tokens)
        task: Task = Files(paths or [], day, lang.value if lang else None) if ledger is None else Kept(ledger, model)
        compared = Compared(task, purse, as_json=format is Format.jsonl)
        raise typer.Exit(compared.run(reader, at_once, most_documents))


def _key(file: Path | None) -> str | None:
    """The key, from a file or the environment: on the command line everybody on the machine could see it."""
    if file is None:
        return os.environ.get(KEY) or None
    try:
        return file.read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(
            f"{file}: the key can't be read ({getattr(error, 'strerror', None) or error})"
        ) from None
