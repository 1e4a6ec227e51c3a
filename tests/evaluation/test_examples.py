"""The labels of the example reports stand on what ``hasila demo`` reads, and on all of it."""

from importlib.resources import as_file, files

from evaluation.cases import load
from hasila.model import Document
from hasila.sources import open_sources


def test_every_example_is_labelled_as_it_is_read() -> None:
    with as_file(files("hasila") / "examples") as folder:
        read = [item for item in open_sources([str(folder)]) if isinstance(item, Document)]
    seen = [(one.id, one.title, one.text, one.published) for one in read]
    assert seen == [(case.id, case.title, case.text, case.published) for case in load("examples")]
