"""Score a language model on the labelled reports as the reader is scored, beside it; no floor hangs on it.

Example:
    python -m evaluation.second ar_rules --endpoint http://127.0.0.1:8080/v1 --model qwen3
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.cases import OUTSIDE, Case, load, paths, view_of
from evaluation.match import Outcome, examine, examined
from evaluation.run import report
from hasila.second.cache import Cache, default_folder
from hasila.second.endpoint import Endpoint, Settings
from hasila.second.reader import SecondReader, Seen
from hasila.second.running import run
from hasila.second.spending import Prices, Purse

KEY = "HASILA_SECOND_KEY"


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    held = paths(options.outside)
    if options.set not in held:
        print(f"{options.set} is none of {', '.join(held)}", file=sys.stderr)
        return 2
    cases = load(options.set, held[options.set])[: options.most]
    purse = Purse(Prices(options.price_in, options.price_out), options.most_cost)
    settings = Settings(options.endpoint, options.model, os.environ.get(KEY))
    with Endpoint(settings, purse) as endpoint:
        reader = SecondReader(options.model, endpoint, Cache(default_folder()))
        told = {case.id: (case, outcome) for case, outcome in _outcomes(reader, cases, options)}
    view = view_of(options.set)
    ours = [examine(case, view) for case, _ in told.values()]
    print(report({f"{options.set} ours": ours, f"{options.set} {options.model}": [one for _, one in told.values()]}))
    usage = purse.usage
    print(f"{len(told)} of {len(cases)} read; {usage.tokens_in:,} tokens in, {usage.tokens_out:,} out; {purse.cost:g}")
    return 0 if len(told) == len(cases) else 1


def _outcomes(reader: SecondReader, cases: list[Case], options: argparse.Namespace) -> Iterator[tuple[Case, Outcome]]:
    """What each case came to; a case without an answer is told, and counts neither way."""
    view = view_of(options.set)
    for case, one in zip(cases, run(reader, (case.document() for case in cases), options.at_once), strict=False):
        if isinstance(one, Seen):
            yield case, examined(case, view, one.reading)
        else:
            print(f"{case.id}: {one.reason}", file=sys.stderr)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.second", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("set", help="a set of cases, as python -m evaluation.run names them")
    parser.add_argument("--endpoint", required=True, help="where the model is, up to its /v1")
    parser.add_argument("--model", required=True, help=f"what the endpoint calls it; its key is in ${KEY}")
    parser.add_argument("--most", type=int, help="so many cases at most")
    parser.add_argument("--most-cost", type=float, help="end before it can cost more")
    parser.add_argument("--price-in", type=float, default=0.0, help="of a million tokens that go in")
    parser.add_argument("--price-out", type=float, default=0.0, help="of a million tokens that come out")
    parser.add_argument("--at-once", type=int, default=4, help="cases that are asked about at a time")
    parser.add_argument("--outside", type=Path, default=OUTSIDE, help="folder of further sets")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
