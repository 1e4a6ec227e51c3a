"""Messages of a template come out the same whether they are fixed there or only known when it is drawn."""

import pytest
from jinja2 import DictLoader
from markupsafe import Markup

from hasila.web.messages import messages
from hasila.web.spoken import Spoken

_CATALOGUE = messages("ar")


def drawn(template: str, **values: object) -> str:
    return Spoken(_CATALOGUE, loader=DictLoader({"one": template})).get_template("one").render(**values)


@pytest.mark.parametrize("message", ["Brief", "Period", "Policy", "nobody has translated this: <b> & 5%%"])
def test_fixed_message_reads_as_one_that_is_named_later(message):
    fixed = drawn("{{ _(" + repr(message) + ") }}")
    assert fixed == drawn("{{ _(message) }}", message=message) == _CATALOGUE.gettext(message) % {}


def test_fixed_message_costs_no_call(monkeypatch):
    environment = Spoken(_CATALOGUE, loader=DictLoader({"one": """<i>{{ _("Brief") }}</i>"""}))
    template = environment.get_template("one")
    monkeypatch.setitem(environment.globals, "_", None)
    assert template.render() == f"<i>{_CATALOGUE.gettext('Brief')}</i>"


def test_message_of_a_context_is_told_by_it():
    named = drawn("{{ pgettext('measure', it) }}", it="killed")
    assert drawn("{{ pgettext('measure', 'killed') }}") == named == _CATALOGUE.pgettext("measure", "killed")


@pytest.mark.parametrize("number", [0, 1, 2, 3, 11, 100])
def test_counted_message_takes_the_form_of_its_number(number):
    one, many = "%(num)s figure", "%(num)s figures"
    told = drawn("{{ ngettext(one, many, number) }}", one=one, many=many, number=number)
    assert told == _CATALOGUE.ngettext(one, many, number) % {"num": number}


@pytest.mark.parametrize("number", [0, 1, 2, 3, 11, 100])
def test_counted_message_of_a_context_takes_the_form_of_its_number(number):
    told = drawn("{{ npgettext('counted', 'detained', 'detained', number) }}", number=number)
    assert told == _CATALOGUE.npgettext("counted", "detained", "detained", number) != "detained"


def test_value_is_escaped_and_markup_is_not():
    template = "{{ _('said by %(name)s', name=name) }}"
    assert drawn(template, name="<b>").endswith("&lt;b&gt;")
    assert drawn(template, name=Markup("<b>")).endswith("<b>")


def test_macro_and_what_wants_the_template_are_called_as_ever():
    template = "{% macro bold(it) %}<b>{{ it }}{{ caller() }}</b>{% endmacro %}"
    template += "{% for one in many %}{% call bold(one) %}!{% endcall %}{{ cycler('x', 'y').next() }}{% endfor %}"
    assert drawn(template, many=["<", "b"]) == "<b>&lt;!</b>x<b>b!</b>x"
