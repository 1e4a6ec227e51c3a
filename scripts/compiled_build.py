"""Build hook for the optional compiled wheel: the packages that read are compiled to C by mypyc, from the same source.

It runs only where ``HATCH_BUILD_HOOK_ENABLE_CUSTOM=1`` is set (``make fast`` sets it), with a C compiler. Nothing is
written into the source tree: a source file that was changed could otherwise be shadowed by what was compiled before.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = ("model.py", "text/*.py", "lexicon/*.py", "values/*.py", "reading/*.py")
_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

build, *files = sys.argv[1:]
options = ["--config-file", "pyproject.toml", "--cache-dir", f"{build}/mypy", *files]
setup(
    name="hasila",
    packages=[],
    ext_modules=mypycify(options, opt_level="2", debug_level="0", target_dir=f"{build}/c"),
    script_args=["--quiet", "build_ext", "--build-lib", f"{build}/lib", "--build-temp", f"{build}/tmp"],
)
"""


class CompiledBuild(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled modules to a wheel, beside their source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self.folder = TemporaryDirectory(prefix="hasila-compiled-")
        library = compiled(Path(self.root), Path(self.folder.name))
        built = {path: path.relative_to(library) for path in library.rglob("*") if path.suffix in (".so", ".pyd")}
        build_data["force_include"].update({str(path): place.as_posix() for path, place in built.items()})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.folder.cleanup()


def compiled(root: Path, build: Path) -> Path:
    """The folder of the compiled modules, laid out as in the wheel."""
    files = [str(path.relative_to(root)) for glob in COMPILED for path in sorted((root / "src/hasila").glob(glob))]
    subprocess.run([sys.executable, "-c", _SETUP, str(build), *files], cwd=root, check=True)
    return build / "lib"
