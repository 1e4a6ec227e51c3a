"""Many reports read by a model at once, in their order, within the bounds of the run."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from hasila.errors import HasilaError
from hasila.model import Document
from hasila.second.endpoint import SpentError, UnansweredError
from hasila.second.reader import SecondReader, Seen

MOST_IN_A_ROW = 5
"""Documents in a row that may get no answer before the endpoint is taken to be down."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that the model gave nothing for that can be used, with the reason."""

    document: Document
    reason: str


class Ended(HasilaError):
    """The run ended before its documents did; the message says why. What was read is kept."""


def run(
    reader: SecondReader, documents: Iterable[Document], at_once: int = 4, most: int | None = None
) -> Iterator[Seen | Unread]:
    """What the model read in each document, in order, ``at_once`` of them asked about at a time.

    Raises Ended once a bound is reached (``most`` documents, the purse) or no answers come any more, EndpointError
    where the endpoint can't be used at all; all that was read until then has been yielded.
    """
    coming = iter(documents)
    waiting: deque[tuple[Document, Future[Seen]]] = deque()
    begun = in_a_row = 0
    with ThreadPoolExecutor(at_once, "second-reader") as pool:
        try:
            while True:
                while len(waiting) < at_once and (most is None or begun < most):
                    document = next(coming, None)
                    if document is None:
                        break
                    waiting.append((document, pool.submit(reader.read, document)))
                    begun += 1
                if not waiting:
                    break
                document, future = waiting.popleft()
                told = _told(document, future)
                yield told
                in_a_row = in_a_row + 1 if isinstance(told, Unread) else 0
                if in_a_row >= MOST_IN_A_ROW:
                    raise Ended(f"{in_a_row} documents in a row got no answer; the last: {told.reason}")  # type: ignore[union-attr]
        finally:
            for _, future in waiting:
                future.cancel()
            if waiting:
                reader.stop()
    if most is not None and begun >= most and next(coming, None) is not None:
        raise Ended(f"{most:,} documents were read, as many as this run may")


def _told(document: Document, future: Future[Seen]) -> Seen | Unread:
    try:
        return future.result()
    except UnansweredError as error:
        return Unread(document, str(error))
    except SpentError as error:
        raise Ended(str(error)) from error
