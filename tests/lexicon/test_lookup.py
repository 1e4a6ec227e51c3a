"""What one token can be, with what Arabic writes onto it."""

import pytest

from hasila.lexicon.lookup import Lexeme, analyse, phrases, splits

Clitics = tuple[str, str, bool]


def clitics(lexeme: Lexeme) -> Clitics:
    return lexeme.conj, lexeme.prep, lexeme.article


@pytest.mark.parametrize(
    ("raw", "expected", "measure"),
    [
        ("قتل", ("", "", False), "killed"),
        ("فقتل", ("ف", "", False), "killed"),
        ("وقتلت", ("و", "", False), "killed"),
        ("وسيقتل", ("و", "", False), "killed"),
        ("واعتقال", ("و", "", False), "detained"),
        ("لاعتقال", ("", "ل", False), "detained"),
        ("بمقتل", ("", "ب", False), "killed"),
        ("بالقبض", ("", "ب", False), "detained"),  # القبض is a form with its article
        ("وبالقبض", ("و", "ب", False), "detained"),
        ("والمقتل", ("و", "", True), "killed"),
    ],
)
def test_clitics_come_off_an_action(raw: str, expected: Clitics, measure: str) -> None:
    lexeme = analyse(raw)
    assert clitics(lexeme) == expected
    assert lexeme.word is not None
    assert lexeme.word.trigger is not None
    assert lexeme.word.trigger.measure == measure


@pytest.mark.parametrize(
    ("raw", "expected", "value"),
    [
        ("عمليات", ("", "", False), "operations"),
        ("العمليات", ("", "", True), "operations"),
        ("للعمليات", ("", "ل", True), "operations"),
        ("وللعمليات", ("و", "ل", True), "operations"),
        ("بعملية", ("", "ب", False), "operations"),
        ("كعملية", ("", "ك", False), "operations"),
        ("فبالعمليات", ("ف", "ب", True), "operations"),
        ("وغارتين", ("و", "", False), "strikes"),
        ("لعناصر", ("", "ل", False), "militant"),
        ("والعناصر", ("و", "", True), "militant"),
    ],
)
def test_clitics_come_off_a_noun(raw: str, expected: Clitics, value: str) -> None:
    lexeme = analyse(raw)
    assert clitics(lexeme) == expected
    assert lexeme.word is not None
    assert lexeme.word.noun is not None
    assert lexeme.word.noun.value == value


@pytest.mark.parametrize("raw", ["وحدات", "فيلق", "بيان", "لجنة", "كتيبة", "والي"])
def test_a_letter_of_the_word_itself_is_no_clitic_of_an_action(raw: str) -> None:
    lexeme = analyse(raw)
    assert lexeme.word is None or lexeme.word.trigger is None


@pytest.mark.parametrize("raw", ["القتل", "بقتل", "لقتل", "والقتل", "بأسر", "للأسر"])
def test_after_a_preposition_or_the_article_only_the_verbal_noun_is_left(raw: str) -> None:
    word = analyse(raw).word
    assert word is not None
    assert word.trigger is not None
    assert (word.trigger.shape, word.trigger.nominal) == ("masdar", False)


@pytest.mark.parametrize("raw", ["قتل", "وقتل", "فأسر"])
def test_after_a_conjunction_both_readings_are_left(raw: str) -> None:
    word = analyse(raw).word
    assert word is not None
    assert word.trigger is not None
    assert (word.trigger.shape, word.trigger.nominal) == ("verb", True)


@pytest.mark.parametrize("raw", ["اليقتل", "النفذ", "القتلوا", "بيعتقل", "لأعلنت"])
def test_article_and_prepositions_before_a_finite_verb_are_refused(raw: str) -> None:
    assert analyse(raw).word is None


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("للعمليات", [("", "", False, "للعمليات"), ("", "ل", False, "لعمليات"), ("", "ل", True, "عمليات")]),
        ("والجيش", [("", "", False, "والجيش"), ("و", "", False, "الجيش"), ("و", "", True, "جيش")]),
        ("سيقتل", [("", "", False, "سيقتل"), ("", "", False, "يقتل")]),
        ("في", [("", "", False, "في")]),
        ("كل", [("", "", False, "كل")]),
    ],
)
def test_splits_fewest_first(form: str, expected: list[tuple[str, str, bool, str]]) -> None:
    found = list(splits(form))
    assert found[0] == expected[0]
    assert set(expected) <= set(found)
    assert [found.index(row) for row in expected] == sorted(found.index(row) for row in expected)


@pytest.mark.parametrize(
    ("raw", "sure"),
    [("مسلحَين", True), ("مسلحيْن", True), ("مسلحين", False), ("مسلحِين", False), ("مسلحان", False)],
)
def test_vowels_settle_dual_or_plural(raw: str, sure: bool) -> None:
    assert analyse(raw).sure_dual is sure


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("قسد", ("قسد", "", "")),
        ("وقسد", ("قسد", "و", "")),
        ("لقسد", ("قسد", "", "ل")),
        ("والتحالف", ("التحالف", "و", "")),
        ("للتحالف", ("التحالف", "", "ل")),
        ("بالرقة", ("الرقه", "", "ب")),
    ],
)
def test_names_are_found_behind_clitics(raw: str, key: tuple[str, str, str]) -> None:
    assert key in analyse(raw).keys


@pytest.mark.parametrize(
    ("raw", "form", "keys"),
    [
        ("ISIS", "isis", (("isis", "", ""),)),
        ("ISIS's", "isis", (("isis", "", ""),)),
        ("ISIS’s", "isis", (("isis", "", ""),)),
        ("U.S.", "us", (("us", "", ""),)),
        ("US", "us", (("us", "", ""),)),
    ],
)
def test_latin_name_without_its_genitive(raw: str, form: str, keys: tuple[tuple[str, str, str], ...]) -> None:
    assert (analyse(raw).form, analyse(raw).keys) == (form, keys)


@pytest.mark.parametrize("raw", ["us", "is", "it"])
def test_a_short_latin_word_in_lower_case_is_no_name_of_its_own(raw: str) -> None:
    assert all(prep == "short" for _, _, prep in analyse(raw).keys)


@pytest.mark.parametrize(("raw", "upper"), [("Killed", True), ("killed", False), ("قتل", False)])
def test_capitals_are_remembered_and_forms_are_not(raw: str, upper: bool) -> None:
    assert analyse(raw).upper is upper


@pytest.mark.parametrize(
    ("raw", "alpha"), [("38", False), ("،", False), ("\n", False), ("قتل", True), ("killed", True)]
)
def test_only_words_are_words(raw: str, alpha: bool) -> None:
    assert analyse(raw).alpha is alpha


def test_longer_phrases_come_first_under_the_same_second_word() -> None:
    branches = phrases().values()
    assert any(len(rows) > 1 for branch in branches for rows in branch.longer.values())
    for branch in branches:
        for rows in branch.longer.values():
            sizes = [entry.size for entry in rows]
            assert sizes == sorted(sizes, reverse=True)
            assert all(len(entry.rest) == entry.size - 2 for entry in rows)
        assert all(entry.size == 1 for entry in branch.single)
