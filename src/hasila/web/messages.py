"""The words of the page in the reader's language: catalogues that translators know (gettext), ``locale/*.po``.

English is what stands in the templates. Arabic has six forms for counted things.

>>> messages("ar").ngettext("%(num)s figure", "%(num)s figures", 2)
'رقمان'
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import Literal, get_args

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

Tongue = Literal["ar", "en"]
TONGUES: tuple[Tongue, ...] = get_args(Tongue)


@cache
def messages(lang: Tongue) -> NullTranslations:
    """The catalogue of a language."""
    if lang == "en":
        return NullTranslations()
    compiled = BytesIO()
    with (files("hasila.web") / "locale" / f"{lang}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=lang))
    compiled.seek(0)
    return GNUTranslations(compiled)


def preferred(header: str) -> Tongue:
    """The language that a browser asks for; Arabic where it asks for none that there is.

    >>> preferred("fr, en;q=0.8, ar;q=0.5"), preferred("")
    ('en', 'ar')
    """
    asked = [part.partition(";")[0].strip()[:2].lower() for part in header.split(",")]
    return next((tongue for one in asked for tongue in TONGUES if one == tongue), "ar")
