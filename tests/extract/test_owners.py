"""Named people as tables of cases: (text, name, role, organisation, e-mail)."""

from __future__ import annotations

import pytest

from tests.extract.people_reading import analysed

PEOPLE: list[tuple[str, str, str | None, str | None, str | None]] = [
    # a post behind the name
    (
        "Nkechi Okonkwo, Director of Adult Services, will reply.",
        "Nkechi Okonkwo",
        "Director of Adult Services",
        None,
        None,
    ),
    (
        "Rhiannon Pugh, Head of Housing, Denmoor Borough Council, said so.",
        "Rhiannon Pugh",
        "Head of Housing",
        "Denmoor Borough Council",
        None,
    ),
    (
        "Harpreet Gill – Chief Executive of Fenwick NHS Trust",
        "Harpreet Gill",
        "Chief Executive",
        "Fenwick NHS Trust",
        None,
    ),
    ("Siobhán O’Dowd (Chair) opened the meeting.", "Siobhán O’Dowd", "Chair", None, None),
    ("Piotr Zieliński is our new school transport manager.", "Piotr Zieliński", "school transport manager", None, None),
    (
        "Ayesha Siddiqui has been appointed as interim finance director.",
        "Ayesha Siddiqui",
        "interim finance director",
        None,
        None,
    ),
    # before it
    (
        "We thank the family liaison officer Temitope Bello for this.",
        "Temitope Bello",
        "family liaison officer",
        None,
        None,
    ),
    ("The Trust has appointed a chair, Baljit Sandhu MBE, to lead it.", "Baljit Sandhu", "chair", "Trust", None),
    ("Cabinet member for roads, Owain Prosser, agreed.", "Owain Prosser", "Cabinet member for roads", None, None),
    ("Ofsted lead inspector Grace Mensah wrote to us.", "Grace Mensah", "Ofsted lead inspector", "Ofsted", None),
    # a form of address
    ("Councillor Farah Iqbal asked about buses.", "Farah Iqbal", "Councillor", None, None),
    ("Dr Wei Zhang will speak.", "Wei Zhang", None, None, None),
    ("Dear Mrs Kowalczyk", "Kowalczyk", None, None, None),
    ("Sir Aneurin Vaughan KBE chairs it.", "Aneurin Vaughan", None, None, None),
    # contact and e-mail
    (
        "To book, please contact Xolani Dube - xolani.dube@denmoor.gov.uk",
        "Xolani Dube",
        None,
        None,
        "xolani.dube@denmoor.gov.uk",
    ),
    ("Email Zsófia Varga (z.varga@example.org).", "Zsófia Varga", None, None, "z.varga@example.org"),
    # with nothing but the name and an act
    ("Dimitris Papadakis has joined the Roads Agency.", "Dimitris Papadakis", None, "Roads Agency", None),
    ("Marie-Claire Dubois said that it was late.", "Marie-Claire Dubois", None, None, None),
    ("The survey was written by Hodan Warsame.", "Hodan Warsame", None, None, None),
]

SIGNATURES: list[tuple[str, str, str | None, str | None, str | None]] = [
    (
        "Yours sincerely\n\nAdwoa Boateng\n\nDirector of Learning\n\nLowmoor County Council\n\n"
        "adwoa.boateng@lowmoor.gov.uk",
        "Adwoa Boateng",
        "Director of Learning",
        "Lowmoor County Council",
        "adwoa.boateng@lowmoor.gov.uk",
    ),
    (
        "Kind regards\n\nTomasz Nowak\nService Manager\nParks Department",
        "Tomasz Nowak",
        "Service Manager",
        "Parks Department",
        None,
    ),
    ("Best wishes\n\nJasmeet Kaur\n\nTel: 01632 960000", "Jasmeet Kaur", None, None, None),
    (
        "Gethin Rowlands\n\nChief Executive\n\nCastleford Health Board",
        "Gethin Rowlands",
        "Chief Executive",
        "Castleford Health Board",
        None,
    ),
    (
        "Leila Haddad\tTransport Planner\tleila.haddad@example.org",
        "Leila Haddad",
        "Transport Planner",
        None,
        "leila.haddad@example.org",
    ),
]

NOBODY = [
    "Aston Park School and Severn Water replied.",
    "The Margaret Bell Centre is on Albert Road.",
    "Winston House, Victoria Street, opens in May.",
    "Early Help and Family Support met Hearing Support.",
    "The Young Carers Forum met the Parent Voice Network.",
    "Balfour Construction and Pitney Works took part.",
    "Jordan Primary Academy joined the Grace Foundation.",
    "We welcome Community Transport Partnership.",
    "Sandbox and Slack are the tools.",
    "Ask the Housing Officer or the Team Manager.",
    "Higher Level Teaching Assistants meet weekly.",
    "Between Lincoln and Preston the road is shut.",
]


@pytest.mark.parametrize(("text", "name", "role", "organisation", "email"), [*PEOPLE, *SIGNATURES])
def test_a_person_with_post_body_and_address(
    text: str, name: str, role: str | None, organisation: str | None, email: str | None
) -> None:
    found = [(o.name, o.role, o.organisation, o.email) for o in analysed(text)._.owners]
    assert found == [(name, role, organisation, email)]


@pytest.mark.parametrize("text", NOBODY)
def test_bodies_places_and_services_are_nobody(text: str) -> None:
    assert [o.name for o in analysed(text)._.owners] == []


def test_a_list_of_people_keeps_each_post_with_its_name() -> None:
    text = "Present: Ines Duarte (Chair), Kwame Asante (Treasurer), Priya Nair, Clerk, and Tom Fielding."
    assert [(o.name, o.role) for o in analysed(text)._.owners] == [
        ("Ines Duarte", "Chair"),
        ("Kwame Asante", "Treasurer"),
        ("Priya Nair", "Clerk"),
        ("Tom Fielding", None),
    ]


def test_several_spellings_are_one_person() -> None:
    text = "Councillor Mehmet Yilmaz spoke.\n\nCllr Yilmaz agreed.\n\nMehmet thanked all. M. Yilmaz left."
    assert [o.name for o in analysed(text)._.owners] == ["Mehmet Yilmaz"]


def test_letters_after_a_name_stand_in_the_text_only() -> None:
    (found,) = analysed("We met Dame Olive Marlow DBE, Commissioner.")._.owners
    assert (found.text, found.name, found.role) == ("Dame Olive Marlow DBE", "Olive Marlow", "Commissioner")


def test_our_people_belong_to_the_publisher() -> None:
    (found,) = analysed("Our housing officer Chidi Eze can help.", publisher="Lowmoor Council")._.owners
    assert found.organisation == "Lowmoor Council"


def test_the_column_names_the_body_and_not_the_department_directed() -> None:
    text = (
        "Name of authority: Lowmoor Borough Council\tFenwick NHS Trust\n\n"
        "Name of lead person: Ana Ferreira, Director, Parks and Joint Repairs Services\tWei Zhang, Chief Executive"
    )
    assert [(o.name, o.role, o.organisation) for o in analysed(text)._.owners] == [
        ("Ana Ferreira", "Director, Parks and Joint Repairs Services", "Lowmoor Borough Council"),
        ("Wei Zhang", "Chief Executive", "Fenwick NHS Trust"),
    ]


def test_an_address_names_the_body_of_its_domain() -> None:
    text = "Lowmoor District Council is moving.\n\nContact Ana Ferreira, ana.ferreira@lowmoor.gov.uk"
    (found,) = analysed(text)._.owners
    assert found.organisation == "Lowmoor District Council"


def test_a_last_name_has_the_given_name_of_the_letters_head() -> None:
    (found,) = analysed("Dear Mr Hill\n\nThank you for writing.", publisher="Jonas Hill")._.owners
    assert (found.text, found.name) == ("Mr Hill", "Jonas Hill")
