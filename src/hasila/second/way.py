"""In which way an endpoint is asked: endpoints of one protocol take different options, and say so when they don't."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from hasila.second.answer import schema

FORMS = ("schema", "json", "text")
"""How an answer may be asked for, the strictest first: by its JSON schema, as any JSON, in plain words."""

# words that refusals name the form of the answer with; a text that is too long is refused in others
_ABOUT_FORM = ("response_format", "json_schema", "json_object", "schema", "grammar")


@dataclass(frozen=True, slots=True)
class Way:
    """The form of the answer, what the bound on its tokens is called, whether the model is told not to vary."""

    form: str = FORMS[0]
    bound: str = "max_tokens"
    steady: bool = True
    eases_form: bool = True

    def options(self, most_tokens: int) -> dict[str, Any]:
        """What is sent beside the messages."""
        return {self.bound: most_tokens, **({"temperature": 0} if self.steady else {}), **self._form()}

    def eased(self, refusal: str) -> Way | None:
        """The way to ask after a refusal; None where it isn't about the way, or there is no other.

        >>> Way().eased("Use 'max_completion_tokens' instead.").bound, Way("text").eased("the context is full")
        ('max_completion_tokens', None)
        """
        said = refusal.lower()
        if "max_completion_tokens" in said and self.bound == "max_tokens":
            return replace(self, bound="max_completion_tokens")
        if "temperature" in said and self.steady:
            return replace(self, steady=False)
        if self.eases_form and self.form != FORMS[-1] and any(word in said for word in _ABOUT_FORM):
            return replace(self, form=FORMS[FORMS.index(self.form) + 1])
        return None

    def _form(self) -> dict[str, Any]:
        if self.form == "schema":
            held = {"name": "figures", "strict": True, "schema": schema()}
            return {"response_format": {"type": "json_schema", "json_schema": held}}
        return {"response_format": {"type": "json_object"}} if self.form == "json" else {}
