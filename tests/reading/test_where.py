"""Where it happened: in the clause, in the sentence, or carried from before."""

import pytest

from tests.reading.reports import figure, reading

Found = tuple[str | None, str] | None
BOTH = ("IQ+SY", "Iraq and Syria")
COLUMNS = (
    "Operations against ISIS in May\nIraq: Syria:\n21 partnered operations 17 partnered operations\n"
    "6 ISIS operatives killed 2 ISIS operatives killed"
)
STACKED = "Operations against ISIS in May\nIraq:\nSyria:\n21 partnered operations\n17 partnered operations"
SECTIONS = "عمليات ضد داعش\nسوريا:\nقتل 8 من عناصر داعش.\nالعراق:\nقتل 6 من عناصر داعش."


def place(text: str, which: str) -> Found:
    found = figure(text, which).place
    return (found.scope, found.name) if found else None


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param("قتل 8 من عناصر داعش في الرقة.", "killed 8", ("SY", "Raqqa"), id="right-after"),
        pytest.param(
            "جرت 137 عملية ضد داعش في إقليم كردستان والعراق.",
            "operations 137",
            ("IQ", "Iraq"),
            id="a-region-and-its-country",
        ),
        pytest.param(
            "في الذكرى الخامسة لهزيمة داعش في الباغوز، قالت قسد إنها اعتقلت 52 عنصرا.",
            "detained 52",
            ("SY", "Syria"),
            id="an-anniversary",
        ),
        pytest.param(
            "ISIS killed 8 policemen in the centre of Mosul.", "killed 8", ("IQ", "Mosul"), id="centre-of-a-town"
        ),
        pytest.param(
            "Jets hit a cave in the Qarachogh range, south of Erbil, killing 8 ISIS militants.",
            "killed 8",
            ("IQ", "Qarachogh Mountains"),
            id="range-south-of-a-town",
        ),
        pytest.param(
            "A strike in Syria killed 8 ISIS militants who were plotting attacks in Iraq and Turkey.",
            "killed 8",
            ("SY", "Syria"),
            id="where-attacks-were-planned",
        ),
        pytest.param(
            "8 ISIS suspects from Mosul were arrested in Erbil.", "detained 8", ("IQ", "Erbil"), id="where-men-are-from"
        ),
        pytest.param("8 ISIS suspects from Anbar were arrested.", "detained 8", ("IQ", "Anbar"), id="no-other-place"),
        pytest.param(
            "8 ISIS fighters crossed from Syria into Iraq and were killed in Sinjar.",
            "killed 8",
            ("IQ", "Sinjar"),
            id="where-men-crossed-into",
        ),
        pytest.param(
            "KIRKUK: ISIS killed 8 policemen on Friday in a blast in the city.",
            "killed 8",
            ("IQ", "Kirkuk"),
            id="city-of-the-dateline",
        ),
        pytest.param(
            "US forces conducted 53 operations against ISIS in Iraq, Syria and Somalia.",
            "operations 53",
            ("IQ+SO+SY", "Iraq and Syria and Somalia"),
            id="three-countries",
        ),
        pytest.param(
            "نفذت القوات الأميركية 53 عملية ضد داعش في العراق وسوريا والصومال.",
            "operations 53",
            ("IQ+SO+SY", "Iraq and Syria and Somalia"),
            id="three-countries-in-arabic",
        ),
        pytest.param(
            "US forces conducted 53 operations against ISIS in Iraq and Syria, Turkey said.",
            "operations 53",
            BOTH,
            id="a-country-that-speaks",
        ),
        pytest.param(
            "US forces conducted 53 operations against ISIS in Iraq and Syria. Thirty were in Iraq, 23 in Syria.",
            "operations 30",
            ("IQ", "Iraq"),
            id="shares-in-the-next-sentence",
        ),
        pytest.param(
            "36 operations, not 63, took place in Syria in May 2024.",
            "operations 36",
            ("SY", "Syria"),
            id="number-taken-back",
        ),
        pytest.param(
            "نفذت القوات 36 عملية، وليس 63، في العراق.",
            "operations 36",
            ("IQ", "Iraq"),
            id="number-taken-back-in-arabic",
        ),
        pytest.param(
            "36 operations, not 63, were carried out in Syria.", "operations 63", ("SY", "Syria"), id="taken-back-there"
        ),
        pytest.param(
            "Three were killed in Homs, not five in Hama.", "killed 3", ("SY", "Homs"), id="taken-back-elsewhere"
        ),
        pytest.param("وفي الحسكة قتل 4 من عناصر داعش.", "killed 4", ("SY", "Hasakah"), id="right-before"),
        pytest.param(
            "In Makhmour, 60 km southeast of Mosul, 4 ISIS fighters were killed.",
            "killed 4",
            ("IQ", "Makhmour"),
            id="so-far-from",
        ),
        pytest.param(
            "قال مصدر أمني في صلاح الدين إن 4 جنود قتلوا في هجوم لداعش شمال كركوك.",
            "killed 4",
            ("IQ", "Kirkuk"),
            id="not-of-the-speaker",
        ),
        pytest.param("قتل 8 من عناصر داعش بالرقة.", "killed 8", ("SY", "Raqqa"), id="glued-preposition"),
        pytest.param(
            "قتل 8 من عناصر داعش في سوريا واعتقل 12 في العراق.", "killed 8", ("SY", "Syria"), id="own-clause-first"
        ),
        pytest.param(
            "قتل 8 من عناصر داعش في سوريا واعتقل 12 في العراق.", "detained 12", ("IQ", "Iraq"), id="own-clause-second"
        ),
        pytest.param(
            "US troops killed 8 ISIS fighters in Syria.", "killed 8", ("SY", "Syria"), id="adjective-is-no-place"
        ),
        pytest.param(
            "قتل 8 من عناصر داعش في الرقة، بينما زار وفد الحسكة.",
            "killed 8",
            ("SY", "Raqqa"),
            id="other-clause-is-not-asked",
        ),
        pytest.param(
            "عقدت واشنطن مؤتمرا. قتل 8 من عناصر داعش في سوريا.",
            "killed 8",
            ("SY", "Syria"),
            id="capital-for-government-is-no-place",
        ),
        pytest.param("شهدت سورية 17 عملية ضد داعش.", "operations 17", ("SY", "Syria"), id="verb-of-the-country"),
        pytest.param("وصدت وحدات سورية 3 هجمات لداعش.", "attacks 3", None, id="adjective-of-a-noun-in-at"),
        pytest.param(
            "العمليات ضد داعش: سوريا 17 عملية، العراق 21 عملية.",
            "operations 17",
            ("SY", "Syria"),
            id="country-before-its-count",
        ),
        pytest.param(
            "نفذ التحالف 17 عملية ضد داعش في سوريا و21 عملية في العراق.",
            "operations 17",
            ("SY", "Syria"),
            id="country-behind-its-count",
        ),
        pytest.param("قتل 8 من عناصر داعش.", "killed 8", None, id="none-said"),
        pytest.param("Baghdad was worst hit, with 19 killed.", "killed 19", ("IQ", "Baghdad"), id="worst-hit"),
    ],
)
def test_place_in_the_sentence(text: str, which: str, expected: Found) -> None:
    assert place(text, which) == expected


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "قتل 4 من عناصر داعش في الرصافة بريف الرقة.",
            "killed 4",
            ("SY", "Al-Rusafa"),
            id="town-in-countryside-of-governorate",
        ),
        pytest.param(
            "Four ISIS fighters were killed in Mosul, Iraq.", "killed 4", ("IQ", "Mosul"), id="town-comma-country"
        ),
        pytest.param(
            "اعتقل 5 من عناصر داعش في ديالى بالعراق.", "detained 5", ("IQ", "Diyala"), id="governorate-in-country"
        ),
        pytest.param(
            "Four ISIS fighters were caught in Mansoura, Raqqa.",
            "detained 4",
            ("SY", "Al-Mansoura"),
            id="town-comma-capital",
        ),
        pytest.param(
            "Four ISIS fighters were caught in Mosul, Kirkuk and Tikrit.",
            "detained 4",
            ("IQ", "Iraq"),
            id="three-towns",
        ),
        pytest.param(
            "Three ISIS members were killed in Kirkuk and Sulaimaniyah.",
            "killed 3",
            ("IQ", "Kirkuk and Sulaymaniyah"),
            id="two-towns-are-not-nested",
        ),
    ],
)
def test_the_finer_of_nested_places(text: str, which: str, expected: Found) -> None:
    assert place(text, which) == expected


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "Coalition forces carried out 38 operations against ISIS in Iraq and Syria.",
            "operations 38",
            BOTH,
            id="iraq-and-syria",
        ),
        pytest.param(
            "قتل 8 من عناصر داعش في سوريا والعراق.", "killed 8", ("IQ+SY", "Syria and Iraq"), id="written-together"
        ),
        pytest.param(
            "قتل 8 من عناصر داعش في سوريا والعراق. واعتقل 31 في كلا البلدين.", "detained 31", BOTH, id="both-countries"
        ),
        pytest.param(
            "In Iraq and Syria, ISIS was hit. In both countries 8 ISIS militants were killed.",
            "killed 8",
            BOTH,
            id="english-both-countries",
        ),
        pytest.param(
            "نفذ التحالف 21 عملية في العراق و17 في سوريا، أي 38 في الشهر.", "operations 38", BOTH, id="the-sum-of-two"
        ),
        pytest.param(
            "The coalition carried out 21 raids in Iraq and 17 in Syria, or 38 raids.",
            "operations 38",
            BOTH,
            id="english-sum-of-two",
        ),
        pytest.param(
            "نفذ التحالف 28 عملية ضد داعش في سوريا و66 في العراق، قُتل فيها 18.",
            "operations 28",
            ("SY", "Syria"),
            id="share-of-one",
        ),
        pytest.param(
            "نفذ التحالف 28 عملية ضد داعش في سوريا و66 في العراق، قُتل فيها 18.",
            "operations 66",
            ("IQ", "Iraq"),
            id="share-of-the-other",
        ),
        pytest.param(
            "قتل 5 من عناصر داعش في العراق، ودعت سوريا إلى مؤتمر.",
            "killed 5",
            ("IQ", "Iraq"),
            id="not-joined-across-clauses",
        ),
    ],
)
def test_both_countries(text: str, which: str, expected: Found) -> None:
    assert place(text, which) == expected


def test_the_outcome_after_two_shares_is_of_both() -> None:
    found = place("نفذ التحالف 28 عملية ضد داعش في سوريا و66 في العراق، قُتل فيها 18 من عناصره.", "killed 18")
    assert found == BOTH


def basis_and_name(text: str, which: str) -> tuple[str | None, str | None]:
    found = figure(text, which)
    return found.basis.get("place"), found.place.name if found.place else None


@pytest.mark.parametrize(
    ("text", "which", "basis", "name"),
    [
        pytest.param(
            "قتل 8 من عناصر داعش في الرقة. وأصيب 3 آخرون.", "wounded 3", "carried", "Raqqa", id="from-sentence-before"
        ),
        pytest.param(
            "وصل وفد إلى الرقة. وفي الحسكة قتل 4 من عناصر داعش.",
            "killed 4",
            "stated",
            "Hasakah",
            id="stated-beats-carried",
        ),
        pytest.param(
            "أنهت قوات سوريا الديمقراطية حملة في الحسكة. قتل 12 من عناصر داعش.",
            "killed 12",
            "carried",
            "Hasakah",
            id="from-sentence-without-figures",
        ),
        pytest.param(
            "زار وفد الرقة.\nقتل 8 من عناصر داعش في كركوك.\nواعتقل 3 آخرون.",
            "detained 3",
            "carried",
            "Kirkuk",
            id="of-the-event-not-of-the-visit",
        ),
        pytest.param(
            "قوات سوريا الديمقراطية اعتقلت 8 من عناصر داعش.", "detained 8", "inferred", "Syria", id="home-of-the-force"
        ),
        pytest.param(
            "القوات الأمريكية قتلت 8 من عناصر داعش.", "killed 8", "inferred", "Iraq and Syria", id="area-of-the-mission"
        ),
        pytest.param(
            "قتل 5 جنود أميركيين في الصومال. وقتل 8 من عناصر داعش في سوريا. وأسر 3.",
            "detained 3",
            "carried",
            "Syria",
            id="places-of-other-wars-do-not-run-on",
        ),
        pytest.param("قتل 4 مسلحين في قندهار.", "killed 4", "stated", "Kandahar", id="outside-the-mission"),
        pytest.param(
            "نفذ التحالف الدولي 38 عملية في البلدين ضد داعش.",
            "operations 38",
            "stated",
            "Iraq and Syria",
            id="the-two-countries",
        ),
    ],
)
def test_place_rests_on(text: str, which: str, basis: str | None, name: str | None) -> None:
    assert basis_and_name(text, which) == (basis, name)


@pytest.mark.parametrize(
    ("text", "which", "scope"),
    [
        pytest.param(COLUMNS, "operations 21", "IQ", id="first-column"),
        pytest.param(COLUMNS, "operations 17", "SY", id="second-column"),
        pytest.param(COLUMNS, "killed 6", "IQ", id="next-row-first-column"),
        pytest.param(COLUMNS, "killed 2", "SY", id="next-row-second-column"),
        pytest.param(SECTIONS, "killed 8", "SY", id="sections-are-no-columns"),
        pytest.param(SECTIONS, "killed 6", "IQ", id="next-section"),
        pytest.param(
            STACKED,
            "operations 21",
            "IQ",
            id="heads-on-lines-of-their-own",
        ),
        pytest.param(STACKED, "operations 17", "SY", id="heads-on-lines-of-their-own-second"),
    ],
)
def test_lists_under_countries(text: str, which: str, scope: str) -> None:
    found = figure(text, which).place
    assert found is not None
    assert found.scope == scope


@pytest.mark.parametrize(
    ("text", "which", "written"),
    [
        ("قتل 8 من عناصر داعش في محافظة الرقة.", "killed 8", "الرقة"),
        ("قتل 8 من عناصر داعش بالرقة.", "killed 8", "الرقة"),
        ("نفذ التحالف 38 عملية ضد داعش في العراق وسوريا.", "operations 38", "العراق وسوريا"),
        ("قتل 9 من عناصر داعش في وادي الشاي.", "killed 9", "وادي الشاي"),
        ("Four ISIS fighters were killed in Mosul, Iraq.", "killed 4", "Mosul"),
        ("قتل 4 من داعش في المحور الغربي للفلوجة.", "killed 4", "الفلوجة"),
        ("قتل 4 من داعش في الريف الشرقي لللاذقية.", "killed 4", "اللاذقية"),
        ("قتل 4 من داعش في الساحل الشمالي لطرطوس.", "killed 4", "طرطوس"),
        ("قتل 4 من داعش في مدينة الصدر شرقي بغداد.", "killed 4", "مدينة الصدر"),
        ("قتل 4 من داعش في مدينة الرقة.", "killed 4", "الرقة"),
        ("قتل 4 من داعش في ضربة بجنوب ليبيا.", "killed 4", "جنوب ليبيا"),
        ("قتل 4 من بوكو حرام في شمال شرقي نيجيريا.", "killed 4", "شمال شرقي نيجيريا"),
        ("قتل 4 مسلحين في غاو شمالي مالي.", "killed 4", "غاو"),
        ("Four militants were killed in northeastern Nigeria.", "killed 4", "northeastern Nigeria"),
        ("Four militants were killed across central Mali.", "killed 4", "central Mali"),
        ("Four militants were killed in Libya.", "killed 4", "Libya"),
    ],
)
def test_place_as_written(text: str, which: str, written: str) -> None:
    found = figure(text, which).place
    assert found is not None
    assert found.as_written == written


CLAUSES = (
    "قالت القيادة المركزية إن 17 عملية ضد داعش جرت في العراق، فيما نُفذت 12 عملية مشتركة وعملية أمريكية واحدة في سوريا."
)


@pytest.mark.parametrize(("which", "scope"), [("operations 17", "IQ"), ("operations 12", "SY"), ("operations 1", "SY")])
def test_a_place_stays_in_its_clause(which: str, scope: str) -> None:
    place = figure(CLAUSES, which).place
    assert place is not None
    assert place.scope == scope


@pytest.mark.parametrize(
    ("text", "which", "written"),
    [
        ("قتل 27 شخصا في مدينة الفاشر عاصمة ولاية شمال دارفور.", "killed 27", "الفاشر"),
        ("Police shot dead two bandits in Zamfara on Friday.", "killed 2", "Zamfara"),
    ],
)
def test_the_smaller_or_unlisted_place(text: str, which: str, written: str) -> None:
    place = figure(text, which).place
    assert place is not None
    assert place.as_written == written


MONTHS = (
    "قتلت القيادة المركزية الأمريكية وشركاؤها 9 من عناصر داعش في نيسان. ففي العراق نُفذت 14 عملية وفي سوريا 12. "
    "وكانت في آذار قد نفذت 19 عملية وأسرت 23 عنصرا."
)
BRACKETS = "وجاءت بغداد في المقدمة بـ 41 قتيلا مدنيا، ثم نينوى (13 قتيلا)."
GOVERNORATES = "It was worst in Baghdad, where 61 civilians were killed, and Kirkuk, with 17 killed."
RANKED = "شهدت بغداد 3 هجمات لداعش وسجلت دمشق 5 هجمات."


@pytest.mark.parametrize(
    ("text", "which", "scope", "written"),
    [
        pytest.param(MONTHS, "operations 19", "IQ+SY", "IQ+SY", id="a-month-before-is-of-all-again"),
        pytest.param(MONTHS, "detained 23", "IQ+SY", "IQ+SY", id="and-so-is-what-follows-of-it"),
        pytest.param(BRACKETS, "killed 41", "IQ", "بغداد", id="capital-that-comes-first"),
        pytest.param(BRACKETS, "killed 13", "IQ", "نينوى", id="brackets-behind-their-place"),
        pytest.param(GOVERNORATES, "killed 61", "IQ", "Baghdad", id="where"),
        pytest.param(GOVERNORATES, "killed 17", "IQ", "Kirkuk", id="place-with-its-number"),
        pytest.param(RANKED, "attacks 3", "IQ", "بغداد", id="capital-that-saw"),
        pytest.param(RANKED, "attacks 5", "SY", "دمشق", id="capital-before-the-next-count"),
        pytest.param(
            "في العراق قُتل 12 من داعش واعتُقل 9، أما في سوريا فقُتل 4.", "detained 9", "IQ", "العراق", id="turned-to-next"
        ),
        pytest.param(
            "CENTCOM hit ISIS in Iraq. A further 12 strikes, flown in the two countries on July 3, were closed out.",
            "strikes 12",
            "IQ+SY",
            "the two countries",
            id="two-of-the-countries-is-no-count",
        ),
        pytest.param(
            "There was more fighting against ISIS in Iraq than in Syria. The Coalition flew 13 strikes.",
            "strikes 13",
            "IQ+SY",
            "Iraq than in Syria",
            id="both-in-one-sentence",
        ),
        pytest.param(
            "On the Iraqi side, ISIS killed 4 policemen.", "killed 4", "IQ", "Iraqi side", id="soil-of-a-country"
        ),
        pytest.param(
            "قتل 6 مدنيين بانفجار لغمين في حماة، ثم 3 في شاحنة قرب حلب.",
            "killed 6",
            "SY",
            "حماة",
            id="mines-end-no-clause",
        ),
        pytest.param("قتل 7 من عناصر داعش في ريف حماة.", "killed 7", "SY", "ريف حماة", id="countryside-is-a-name"),
    ],
)
def test_place_as_found(text: str, which: str, scope: str, written: str) -> None:
    place = figure(text, which).place
    assert place is not None
    assert (place.scope, place.as_written) == (scope, written)


def test_a_title_on_both_countries_outlasts_the_first_share() -> None:
    title = "31 عملية ضد داعش في العراق وسوريا خلال أيار"
    text = "نفذت القوات الأمريكية وشركاؤها 20 عملية ضد داعش في العراق. وفي نيسان نفذت 35 عملية."
    place = figure(text, "operations 35", title).place
    assert place is not None
    assert place.scope == "IQ+SY"


SAME = (
    "Iraqi forces killed 5 ISIS members in the Hamrin Mountains.\nThe SDF caught a man near Hajin.\n"
    "On March 3, strikes killed two militants in the same area."
)
SHARES = "US Central Command supported 9 operations against ISIS, 7 in Iraq and 2 in Syria. It killed 4 ISIS members."


@pytest.mark.parametrize(
    ("text", "which", "scope", "name"),
    [
        pytest.param(SAME, "killed 2", "SY", "Hajin", id="same-area-is-the-one-named-last"),
        pytest.param(
            "ISIS fled Mosul. The SDF held two operations against ISIS in Hasakah. It then arrested 3 ISIS men.",
            "detained 3",
            "SY",
            "Hasakah",
            id="the-place-counted-in-last-goes-before-one-passed-through",
        ),
        pytest.param(
            "قُتل 4 من قوات النظام وأصيب 8 آخرون في هجمات لداعش بريف تدمر ضمن بادية حمص.",
            "killed 4",
            "SY",
            "Palmyra",
            id="one-place-within-another-behind-two-counts",
        ),
        pytest.param(
            "جرت 137 عملية ضد داعش في العراق قُتل فيها 30 واعتُقل 74، وفي روجآفا وسوريا، تم تنفيذ 59 عملية.",
            "detained 74",
            "IQ",
            "Iraq",
            id="what-a-clause-opens-with-is-of-that-clause",
        ),
        pytest.param(
            "Iraqi forces said from Baghdad that they had arrested 6 ISIS men.",
            "detained 6",
            "IQ",
            "Iraq",
            id="said-from",
        ),
        pytest.param(
            "قال قائد عمليات الأنبار إن قواته قتلت 7 من داعش قرب الحدود مع سوريا.",
            "killed 7",
            "IQ",
            "Anbar",
            id="border-with-a-neighbour",
        ),
        pytest.param(
            "Police caught 3 ISIS men in Qaim in western Anbar and two others in the Zumrud district of Baghdad.",
            "detained 2",
            "IQ",
            "Zumrud",
            id="one-place-each",
        ),
        pytest.param(SHARES, "operations 7", "IQ", "Iraq", id="share"),
        pytest.param(SHARES, "killed 4", "IQ+SY", "Iraq and Syria", id="what-follows-two-shares-is-of-both"),
        pytest.param(
            "اعتقل 4 من عناصر داعش تسللوا من سوريا إلى الموصل.", "detained 4", "IQ", "Mosul", id="where-they-went"
        ),
        pytest.param("اعتقل 4 من عناصر داعش من الموصل.", "detained 4", "IQ", "Mosul", id="from-without-to"),
        pytest.param(
            "قال التحالف إن شركاءه في سوريا أسروا 24 من داعش وقتلوا 3، وإن مدربيه في العراق عادوا.",
            "killed 3",
            "SY",
            "Syria",
            id="another-that-clause",
        ),
        pytest.param(
            "The SDF and the Counter Terrorism Group of the Kurdistan Region carried out 8 operations against ISIS.",
            "operations 8",
            "SY",
            "Syria",
            id="place-in-the-name-of-a-body",
        ),
    ],
)
def test_which_place_holds(text: str, which: str, scope: str, name: str) -> None:
    assert place(text, which) == (scope, name)


def test_a_title_that_sums_two_shares_is_of_both() -> None:
    text = "شن التحالف أمس 23 ضربة على داعش في العراق و3 ضربات في سوريا."
    found = figure(text, "title strikes 26", "26 ضربة للتحالف على داعش").place
    assert found is not None
    assert found.scope == "IQ+SY"


def test_behind_a_comma_and_in_opens_what_is_told_of_the_next_place() -> None:
    text = "قُتل في العراق 17 من داعش وجرى اعتقال 14 آخرين، وفي سوريا بلغت العمليات المشتركة 15."
    iraq, syria = figure(text, "detained 14").place, figure(text, "operations 15").place
    assert iraq is not None
    assert syria is not None
    assert (iraq.scope, syria.scope) == ("IQ", "SY")


@pytest.mark.parametrize(
    ("text", "which", "place"),
    [
        ("هاجم داعش قرية الرشاد في قضاء المقدادية بمحافظة ديالى وقتل 14 شخصا.", "killed 14", "الرشاد"),
        ("قتل داعش 41 مدنيا في سوريا في آب، بينهم 6 أطفال.", "killed 6", "سوريا"),
    ],
    ids=["village-in-a-district", "a-month-is-no-town"],
)
def test_places_among_districts_and_dates(text: str, which: str, place: str) -> None:
    found = figure(text, which).place
    assert found is not None
    assert found.as_written == place


def test_a_place_comes_with_its_number() -> None:
    text = "نفذ داعش 79 هجمة. وجاءت دير الزور أولا بـ40 عملية، تلتها حمص بـ11 عملية، ثم الرقة بعشر عمليات."
    named = {one.low: one.place.name for one in reading(text).figures if one.place is not None}
    assert (named[40], named[11], named[10]) == ("Deir ez-Zor", "Homs", "Raqqa")


def test_the_place_of_a_title_outlasts_a_finer_one_in_it() -> None:
    text = "فر سجناء من داعش من سجن الكسرة في مدينة الرقة.\nوقالت قسد إنها اعتقلت 11 منهم."
    place = figure(text, "detained 11", "فرار سجناء من سجن في الرقة").place
    assert place is not None
    assert place.as_written == "الرقة"


def test_a_row_of_shares_is_of_the_country_behind_it() -> None:
    text = "نفذت القيادة المركزية 310 عمليات ضد داعش في سوريا والعراق، 105 منها مشتركة و14 منفردة في سوريا."
    place = figure(text, "operations 105").place
    assert place is not None
    assert place.scope == "SY"


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "في الرقة، قال الجيش إنه اعتقل سبعة من عناصر داعش، بعد كمين لدورية على طريق تدمر قضى فيه جندي.",
            "detained 7",
            ("SY", "Raqqa"),
            id="of-the-ambush-before",
        ),
        pytest.param(
            "وقال الجيش إنه اعتقل سبعة من عناصر داعش، بعد كمين لدورية قرب تدمر.",
            "detained 7",
            ("SY", "Palmyra"),
            id="the-only-place",
        ),
        pytest.param(
            "ISIS gunmen were killed near Kirkuk on Tuesday, 4 of them by drones.\nPartner forces in both countries "
            "carried out 57 operations against ISIS in May 2023. The Coalition had flown 11 airstrikes in March 2023.",
            "strikes 11",
            BOTH,
            id="a-month-behind-both-countries",
        ),
        pytest.param(
            "هاجم داعش حفلا في بيجي. ونقل الجرحى إلى مستشفيات الموصل وأربيل. وقالت الشرطة إنها اعتقلت 7 من المهاجمين.",
            "detained 7",
            ("IQ", "Baiji"),
            id="towns-of-hospitals",
        ),
        pytest.param(
            "هاجم داعش حفلا في بيجي. وقال محافظ نينوى إن الشرطة اعتقلت 7 من المهاجمين.",
            "detained 7",
            ("IQ", "Baiji"),
            id="a-governor",
        ),
        pytest.param(
            "هاجم داعش حفلا في بيجي. وفي نينوى اعتقلت الشرطة 7 من عناصره.",
            "detained 7",
            ("IQ", "Nineveh"),
            id="no-governor",
        ),
    ],
)
def test_what_is_told_of_something_else_is_elsewhere(text: str, which: str, expected: Found) -> None:
    assert place(text, which) == expected


def test_a_place_comes_with_a_number_word() -> None:
    text = "نفذ داعش في دير الزور 20 عملية، تلتها حمص بـ11 عملية، ثم الرقة بعشر عمليات، ودرعا بتسع."
    named = [figure(text, which).place for which in ("operations 10", "operations 9")]
    assert [found.as_written if found else None for found in named] == ["الرقة", "درعا"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "نفذ الجيش العراقي عملية في جبال «قرة شوك» القريبة من قضاء مخمور، قُتل فيها 7 من داعش.",
            "قرة شوك",
            id="quoted",
        ),
        pytest.param(
            "أحبطت قسد مخططاً لداعش في «الزرزوري» بريف دير الزور، وقتلت 7 من داعش.",
            "الزرزوري",
            id="quoted-before-a-place",
        ),
        pytest.param(
            "دهمت قسد بلدة عفران التابعة لناحية الشدادي، وقتلت هناك 7 من داعش.", "عفران", id="of-a-larger-district"
        ),
        pytest.param("قتل 7 من داعش في «كمين محكم» بريف دير الزور.", "ريف دير الزور", id="an-ambush-in-quotes"),
        pytest.param("أعلن جهاز الأمن قتل 7 من داعش في العاصمة بغداد.", "بغداد", id="capital"),
    ],
)
def test_places_by_their_neighbours(text: str, expected: str) -> None:
    found = figure(text, "killed 7").place
    assert found is not None
    assert found.as_written == expected


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("القامشلي - متابعات\n\nقالت قسد إنها نفذت 28 عملية ضد خلايا داعش.", "operations 28"),
        ('شهدت حملة "الانتقام لشهداء الرقة" اعتقال 28 من عناصر داعش في سوريا.', "detained 28"),
    ],
    ids=["byline-of-an-agency", "name-of-a-campaign"],
)
def test_towns_where_nothing_happened(text: str, which: str) -> None:
    found = figure(text, which).place
    assert found is not None
    assert found.name == "Syria"


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "قتل أربعة من مسلحي داعش (التنظيم المحظور في روسيا) بغارة قرب الحضر.",
            "killed 4",
            "Hatra",
            id="a-law-that-bans",
        ),
        pytest.param(
            "Four members of ISIS, which is banned in Russia, were killed near Hatra.",
            "killed 4",
            "Hatra",
            id="a-law-that-bans-in-english",
        ),
        pytest.param(
            "اعتقلت قسد خمسة من داعش في البصيرة في الريف الشرقي لدير الزور.",
            "detained 5",
            "Al-Busayrah",
            id="side-of-the-larger-place",
        ),
        pytest.param(
            "اعتقلت قسد خمسة من داعش في الريف الشرقي لدير الزور.", "detained 5", "Deir ez-Zor", id="side-alone"
        ),
        pytest.param(
            "قُتل سبعة جنود فجر أمس، وأُصيب آخرون بجروح، جراء هجوم لداعش على حاجز في السخنة.",
            "killed 7",
            "Al-Sukhnah",
            id="others-hurt-in-the-same-event",
        ),
        pytest.param(
            "قُتل سبعة جنود في تدمر، إضافة إلى إصابة آخرين، إثر انفجار لغم.", "killed 7", "Palmyra", id="place-before"
        ),
        pytest.param(
            "قُتل سبعة من داعش في السخنة. ونُقل الجرحى إلى مدينة تدمر، وقُتل جنديان.",
            "killed 2",
            "Al-Sukhnah",
            id="where-the-hurt-were-taken",
        ),
        pytest.param(
            "قُتل سبعة من داعش في هجوم وقع في الصحراء القريبة من تدمر.", "killed 7", "Palmyra", id="land-without-a-name"
        ),
        pytest.param("أُصيب سبعة جنود في السخنة القريبة من تدمر.", "wounded 7", "Al-Sukhnah", id="a-place-near-another"),
        pytest.param(
            "تبنى داعش 9 هجمات في سوريا.\nوهاجم مسلحوه أمس حاجزا في السخنة.\n"
            "وقال مصدر عسكري إن 14 جنديا قُتلوا في ذلك الهجوم.",
            "killed 14",
            "Al-Sukhnah",
            id="that-attack",
        ),
        pytest.param(
            "جرت العمليات في إسطنبول و17 محافظة أخرى، من بينها أنقرة. وقالت الشرطة إنها اعتقلت 63 من داعش.",
            "detained 63",
            "Turkey",
            id="and-further-provinces",
        ),
        pytest.param(
            "قُتل ثمانية في بغداد بتفجيرين، أحدهما بسيارة مفخخة في الكرادة.",
            "attacks 2",
            "Baghdad",
            id="one-of-two-blasts",
        ),
        pytest.param(
            "أعلنت الوزارة مقتل 21 من تنظيم ما يسمى «دولة الإسلام في العراق والشام» غرب هيت.",
            "killed 21",
            "Hit",
            id="name-of-the-group",
        ),
        pytest.param("قُتل جنديان في منطقة شاطئ التاجي شمالي بغداد.", "killed 2", "Taji", id="shore-of-a-place"),
        pytest.param(
            "قُتل جنديان قرب قرية تبعد نحو 30 كم جنوب كركوك.", "killed 2", "Kirkuk", id="a-village-without-a-name"
        ),
    ],
)
def test_places_beside_what_happened(text: str, which: str, expected: str) -> None:
    found = place(text, which)
    assert found is not None
    assert found[1] == expected


def test_the_signature_of_a_report_is_no_place() -> None:
    text = "أخبار اليوم | بغداد – العراق – (وكالات)\n\nأعلنت القيادة مقتل 43 مسلحا من داعش.\n\nوجرت العملية قرب هيت."
    assert place(text, "killed 43") == ("IQ", "Hit")


def test_an_item_of_a_list_is_no_signature() -> None:
    text = "وتوزعت عمليات داعش كما يلي:\n- الرقة: 10 عمليات.\n- حلب: عمليتان."
    assert place(text, "operations 2") == ("SY", "Aleppo")
