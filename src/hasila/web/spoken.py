"""Templates of one language, escaped always: what they say in fixed words is translated when they are compiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from gettext import NullTranslations
from types import FunctionType, MethodType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

_HELD = 4096
_DIRECT = (FunctionType, MethodType, partial, type(lru_cache(len)))
_FIXED = ("_", "gettext", "pgettext")


class _Context(Context):
    """Calls what takes nothing of the template without asking at each call whether it does."""

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if isinstance(__obj, Macro):
            args = __self.eval_ctx, *args
        elif not isinstance(__obj, _DIRECT) or hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


def _shown(value: Any) -> str:
    """A value as it stands on the page: most are numbers, or were drawn and escaped already."""
    kind = type(value)
    return value if kind is Markup else str(value) if kind is int else escape(value)


class _Translated(NodeTransformer):
    """Puts the words of a language where a template calls for a message that stands there itself."""

    def __init__(self, said: Mapping[str, Callable[..., Markup]]) -> None:
        self._said = said

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        is_fixed = not node.kwargs and node.dyn_args is None and node.dyn_kwargs is None
        words = [arg.value for arg in node.args if isinstance(arg, nodes.Const)]
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name in _FIXED and is_fixed and len(words) == len(node.args):
            return nodes.Const(self._said[name](*words), lineno=node.lineno)
        return node


class _Generator(CodeGenerator):
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.shown(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        assert isinstance(self.environment, Spoken)
        super().visit_Template(_Translated(self.environment.said).visit(node), frame)


class Spoken(Environment):
    """An environment whose templates speak the language of ``words``."""

    context_class = _Context
    shown = staticmethod(_shown)
    code_generator_class = _Generator

    def __init__(self, words: NullTranslations, **options: Any) -> None:
        super().__init__(extensions=["jinja2.ext.i18n"], autoescape=True, **options)
        # the parser of {% trans %} writes calls as this style has them
        self.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
        self.said = _of(words)
        self.globals.update(self.said)


def _of(words: NullTranslations) -> dict[str, Callable[..., Markup]]:
    """The functions that say a message; values that are put into one are escaped."""

    @lru_cache(maxsize=_HELD)
    def held(message: str) -> Markup:
        return Markup(words.gettext(message))

    @lru_cache(maxsize=_HELD)
    def held_of(about: str, message: str) -> Markup:
        return Markup(words.pgettext(about, message))

    def gettext(message: str, /, **values: Any) -> Markup:
        return held(message) % values

    def pgettext(about: str, message: str, /, **values: Any) -> Markup:
        return held_of(about, message) % {"context": about, **values}

    def ngettext(one: str, many: str, number: int, /, **values: Any) -> Markup:
        return Markup(words.ngettext(one, many, number)) % {"num": number, **values}

    def npgettext(about: str, one: str, many: str, number: int, /, **values: Any) -> Markup:
        return Markup(words.npgettext(about, one, many, number)) % {"context": about, "num": number, **values}

    functions: tuple[Callable[..., Markup], ...] = (gettext, pgettext, ngettext, npgettext)
    return {"_": gettext, **{one.__name__: one for one in functions}}
