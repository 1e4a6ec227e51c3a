"""The sentences that code says, found in its syntax tree: reasons, remedies and notes, with "X" where they have values.

A sentence is followed to where its words are written: through local names, constants, tuples and dicts, through
parameters to the calls of their function, and through functions that give or yield sentences, over modules too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

ASIDE = {
    "SourceError": 2,
    "Rejected": 2,
    "FetchError": 1,
    "TooSoon": 1,
    "Damage": 1,
    "BrokenRecord": 0,
    "TransferError": 0,
    "Sitemap": 2,
}
"""Calls that say why something is set aside, and the first of their arguments that do; after it none is of another
kind."""
NOTED = {"notice": 1, "Feed": 3, "Decoded": 2, "Body": 3, "Document": 99, "replace": 99}
"""The same of calls that note something of a document."""
SAID = ASIDE | NOTED
NAMED = ("notes", "doubts", "fault", "note", "reason", "remedy")
"""Keywords that sentences are given by."""
PASSED_ON = ("reason", "remedy", "fault", "note", "notes", "doubts", "broken", "strerror", "__name__")
"""Fields that hold a sentence which is found where it was made, or words of a library."""
VALUE = "X"

Scope = ast.FunctionDef | None


class CannotFollow(Exception):
    """An expression whose sentences can't be found: write it more simply."""


@dataclass(frozen=True)
class Said:
    """A sentence, whether it is a note, and where the call stands that says it."""

    sentence: str
    note: bool
    where: str


class Code:
    """Modules, by their dotted names."""

    def __init__(self, sources: dict[str, str]) -> None:
        self.modules = {name: Module(name, ast.parse(text), self) for name, text in sources.items()}

    @classmethod
    def of(cls, root: Path, names: Sequence[str]) -> Code:
        """Modules, and those of packages, in the folder that imports start from."""
        places = [root / name.replace(".", "/") for name in names]
        paths = [path for place in places for path in (*sorted(place.rglob("*.py")), place.with_suffix(".py"))]
        return cls(
            {
                ".".join(path.relative_to(root).with_suffix("").parts): path.read_text("utf-8")
                for path in paths
                if path.is_file()
            }
        )

    def said(self) -> Iterator[Said]:
        """Every sentence of every module."""
        for module in self.modules.values():
            yield from module.said()


class Module:
    """One module. Sentences are followed by name, so a name stands for all that it is ever bound to in its function."""

    def __init__(self, name: str, tree: ast.Module, code: Code) -> None:
        self.name = name
        self.code = code
        self.tree = tree
        self.scopes: dict[ast.AST, Scope] = dict(_scopes(tree, None))

    def said(self) -> Iterator[Said]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and _called(node) in SAID:
                for expression in _sentences_of(node):
                    try:
                        for sentence in self.follow(expression, self.scopes[node]):
                            yield Said(sentence, _called(node) in NOTED, f"{self.name}:{node.lineno}")
                    except CannotFollow as fault:
                        raise CannotFollow(f"{self.name}:{node.lineno}: {ast.unparse(expression)}: {fault}") from None

    def follow(self, node: ast.expr, scope: Scope, passed: frozenset[str] = frozenset()) -> set[str]:
        """The sentences that an expression can be."""
        match node:
            case ast.Constant(value=str(words)):
                return {words} - {""}
            case ast.Constant():
                return set()
            case ast.JoinedStr():
                parts = [sorted(self._part(part, scope, passed)) for part in node.values]
                return {"".join(chosen) for chosen in product(*parts)}
            case ast.BinOp(op=ast.Add(), left=left, right=right) if _is_words(left) or _is_words(right):
                both = (self.follow(side, scope, passed) for side in (left, right))
                return {"".join(chosen) for chosen in product(*both)}
            case ast.Name(id=name):
                return self._named(name, scope, passed)
            case ast.Attribute(attr=attr) if attr in PASSED_ON:
                return set()
            case ast.Call():
                return self._returned(node, scope, passed)
            case ast.IfExp(body=body, orelse=otherwise):
                return self._all([body, otherwise], scope, passed)
            case ast.GeneratorExp(elt=element) | ast.ListComp(elt=element):
                return self.follow(element, scope, passed)
            case ast.Dict(values=values):
                return self._all(values, scope, passed)
            case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.BoolOp(values=elements):
                return self._all(elements, scope, passed)
            case ast.BinOp(left=left, right=right):
                return self._all([left, right], scope, passed)
            case ast.Subscript(value=rows, slice=ast.Constant(value=int(at)), ctx=ast.Store()):
                found = [self.follow(one, inner, passed) for one, inner in self._column(rows, at, scope)]
                return set().union(*found)
            case ast.Starred(value=value) | ast.Subscript(value=value) | ast.NamedExpr(value=value):
                return self.follow(value, scope, passed)
        raise CannotFollow(ast.unparse(node))

    def _all(self, nodes: Sequence[ast.expr], scope: Scope, passed: frozenset[str]) -> set[str]:
        return {sentence for node in nodes for sentence in self.follow(node, scope, passed)}

    def _column(self, rows: ast.expr, at: int, scope: Scope) -> Iterator[tuple[ast.expr, Scope]]:
        """What stands at one place of every tuple in a constant, or that a function gives back."""
        if isinstance(rows, ast.Call) and _called(rows) in self._functions:
            scope = self._functions[_called(rows)]
            held = _results(scope)
        else:
            table = self._constants.get(ast.unparse(rows), [])
            held = [row for one in table if isinstance(one, ast.Tuple) for row in one.elts]
        if not held:
            raise CannotFollow(ast.unparse(rows))
        yield from ((row.elts[at], scope) for row in held if isinstance(row, ast.Tuple) and len(row.elts) > at)

    def _part(self, part: ast.expr, scope: Scope, passed: frozenset[str]) -> set[str]:
        """Words of an f-string; a value in it is followed where the code that is seen writes its words."""
        if isinstance(part, ast.Constant):
            return {str(part.value)}
        assert isinstance(part, ast.FormattedValue)
        value = part.value
        local = isinstance(value, ast.Name) and (bool(self._bound(value.id, scope)) or value.id in self._constants)
        own = isinstance(value, ast.Call) and _called(value) in {*self._functions, *self._imported}
        try:
            found = self.follow(value, scope, passed) if local or own else set()
        except CannotFollow:
            return {VALUE}
        empty = local and any(_is_empty(one) for one in self._bound(ast.unparse(value), scope))
        return (found | {""} if empty else found) or {VALUE}

    def _named(self, name: str, scope: Scope, passed: frozenset[str]) -> set[str]:
        key = f"{self.name}:{scope.name if scope else ''}:{name}"
        if key in passed:
            return set()
        passed |= {key}
        bound = self._bound(name, scope)
        if bound:
            return self._all(bound, scope, passed)
        if scope is not None and name in _parameters(scope):
            return self._given(scope, name, passed)
        if name in self._constants:
            return self._all(self._constants[name], None, passed)
        if name in self._imported:
            module, original = self._imported[name]
            return module._named(original, None, passed)
        raise CannotFollow(f"{name} is bound nowhere that is seen")

    def _bound(self, name: str, scope: Scope) -> list[ast.expr]:
        """What a name is bound to in a function: by assignments, loops and ``append``."""
        return [value for bound, value in _bindings(scope) if bound == name] if scope else []

    def _given(self, function: ast.FunctionDef, name: str, passed: frozenset[str]) -> set[str]:
        """What the calls in the same module give for a parameter."""
        names = [one for one in _parameters(function) if one not in ("self", "cls")]
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and _called(node) == function.name:
                at = names.index(name)
                by_name = [keyword.value for keyword in node.keywords if keyword.arg == name]
                found |= self._all(by_name or node.args[at : at + 1], self.scopes[node], passed)
        return found

    def _returned(self, call: ast.Call, scope: Scope, passed: frozenset[str]) -> set[str]:
        """What a function gives back or yields; ``tuple(…)`` and the like give what they are given."""
        name = _called(call)
        if ast.unparse(call) == "str(error)" or name == "join":
            return set()
        if name in ("lower", "strip") and isinstance(call.func, ast.Attribute):
            return self.follow(call.func.value, scope, passed)
        if name in ("tuple", "list"):
            return self._all(call.args, scope, passed)
        if name == "get" and isinstance(call.func, ast.Attribute):
            return self._all([call.func.value, *call.args[1:]], scope, passed)
        if name in SAID:
            return self._all(_sentences_of(call), scope, passed)
        if name in self._functions:
            function = self._functions[name]
            key = f"{self.name}:{name}()"
            return set() if key in passed else self._all(_results(function), function, passed | {key})
        if name in self._imported:
            module, original = self._imported[name]
            if original in module._functions:
                function = module._functions[original]
                return module._all(_results(function), function, passed)
        owners = [one for one in self.code.modules.values() if name in one._functions]
        if isinstance(call.func, ast.Attribute) and len(owners) == 1:  # a method that only one class has
            function = owners[0]._functions[name]
            return owners[0]._all(_results(function), function, passed)
        raise CannotFollow(ast.unparse(call))

    @cached_property
    def _functions(self) -> dict[str, ast.FunctionDef]:
        return {node.name: node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)}

    @cached_property
    def _constants(self) -> dict[str, list[ast.expr]]:
        found: dict[str, list[ast.expr]] = {}
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                found.setdefault(node.targets[0].id, []).append(node.value)
        return found

    @cached_property
    def _imported(self) -> dict[str, tuple[Module, str]]:
        return {
            alias.asname or alias.name: (self.code.modules[node.module], alias.name)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom) and node.module in self.code.modules
            for alias in node.names
        }


def _scopes(node: ast.AST, scope: Scope) -> Iterator[tuple[ast.AST, Scope]]:
    """Each node with the function that it stands in."""
    for child in ast.iter_child_nodes(node):
        yield child, scope
        yield from _scopes(child, child if isinstance(child, ast.FunctionDef) else scope)


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _sentences_of(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that are sentences."""
    first = SAID.get(_called(call))
    given = [] if first is None else call.args[first:]
    # SourceError(file, None, *_NO_TEXT)
    starred = [one for one in call.args[:first] if isinstance(one, ast.Starred)] if first is not None else []
    return [*starred, *given, *(keyword.value for keyword in call.keywords if keyword.arg in NAMED)]


def _bindings(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                yield from ((ast.unparse(one), value) for one, value in zip(names, values, strict=False))
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
            case (
                ast.For(target=ast.Tuple(elts=names), iter=rows)
                | ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Call() as rows)
            ):
                # marked by its context, which no other expression that is read has
                yield from (
                    (ast.unparse(one), ast.Subscript(rows, ast.Constant(at), ast.Store()))
                    for at, one in enumerate(names)
                )
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                yield name, value
            case (
                ast.For(target=ast.Name(id=name), iter=value) | ast.comprehension(target=ast.Name(id=name), iter=value)
            ):
                yield name, value
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append"), args=[value]):
                yield name, value


def _results(function: ast.FunctionDef) -> list[ast.expr]:
    kinds = (ast.Return, ast.Yield, ast.YieldFrom)
    return [node.value for node in ast.walk(function) if isinstance(node, kinds) and node.value is not None]


def _parameters(function: ast.FunctionDef) -> list[str]:
    given = function.args
    return [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]


def _is_words(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _is_empty(node: ast.expr) -> bool:
    """Whether an expression can be the empty string, written out."""
    return any(isinstance(one, ast.Constant) and one.value == "" for one in ast.walk(node))
