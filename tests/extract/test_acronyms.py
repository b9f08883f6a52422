"""Acronyms as tables of cases: (text, what is found with its long form)."""

from __future__ import annotations

import pytest

from tests.extract.people_reading import analysed

DEFINED = [
    # long form first
    ("The Northfield Youth Assembly (NYA) meets monthly.", {"NYA": "Northfield Youth Assembly"}),
    ("A personal education plan (PEP) is kept.", {"PEP": "personal education plan"}),
    ("Team around the Family (TAF) meetings", {"TAF": "Team around the Family"}),
    ("The Department of Housing and Works (DHW) replied.", {"DHW": "Department of Housing and Works"}),
    ("Multi-agency safeguarding hub (MASH)", {"MASH": "Multi-agency safeguarding hub"}),
    ("our designated clinical officers (DCOs) cover all areas", {"DCOs": "designated clinical officers"}),
    ("The quality of family support plans (FSP plans) varies.", {"FSP": "family support"}),
    ("the Minimum Service Level (MSL – the least we owe you)", {"MSL": "Minimum Service Level"}),
    ("the Transport Appeals Panel, known as the TAP, sat twice", {"TAP": "Transport Appeals Panel"}),
    ("The Office for Local Transport in Wales (Oltwa) began work.", {"Oltwa": "Office for Local Transport in Wales"}),
    # short form first
    ("CWD (Children with Disabilities) staff moved.", {"CWD": "Children with Disabilities"}),
    ("PIP, or Personal Independence Payment, was raised.", {"PIP": "Personal Independence Payment"}),
    ("LAC stands for looked after children.", {"LAC": "looked after children"}),
    ("SIO = Senior Investigating Officer", {"SIO": "Senior Investigating Officer"}),
    ("QA\tQuality Assurance", {"QA": "Quality Assurance"}),
    # a name elsewhere whose initials are the letters
    ("The LHB meets in May. Members of the Local Housing Board are elected.", {"LHB": "Local Housing Board"}),
]

UNDEFINED = [
    ("We met DfE officials and the LGA.", ["DfE", "LGA"]),
    ("Every SENCo has an EHCP portal.", ["SENCo", "EHCP"]),
    ("There are more EHCPs this year.", ["EHCP"]),
    ("A Q&A sheet and an R&D plan", ["Q&A", "R&D"]),
    ("The new IT system replaced it.", ["IT"]),
    ("The PACE team and the ACE groups meet.", ["PACE", "ACE"]),
    ("The DfT’s view differs.", ["DfT"]),
    ("Our API/UI guide is out.", ["API", "UI"]),
]

NONE = [
    "ALL parents MUST reply TODAY.",
    "LISTEN! Our new film is out.",
    "IMPORTANT INFORMATION FOR RESIDENTS",
    "NEW ROADS AHEAD",
    "Section IV and chapter XII apply.",
    "Write to 4 High Street, LS1 3AB or M60 2LA.",
    "See https://www.example.org/ABC/DEF?x=GHI for more.",
    "Write to JOBS@example.org.",
    "Doors open at 9 AM and close at 5 PM.",
    "Ask Mrs McKay at YouTube.",
    "Form AB1234 replaces form X99.",
    "Please DO NOT park here.",
    "WHEELCHAIRS\n\nWe will mend them.",
    "RESOLVED: that the report be received.",
    "Our ref: HN/RG/2291-07",
    "To stop this, reply with UNSUBSCRIBE.",
]


MIXED: list[tuple[str, dict[str, str | None]]] = [
    ("The discharge to assess (D2A) pathway is new.", {"D2A": "discharge to assess"}),
    ("The key performance indicator (KPI 7, repairs) stood at 71%.", {"KPI": "key performance indicator"}),
    ("The Youth Justice Panel (hereafter YJP) sat.", {"YJP": "Youth Justice Panel"}),
    ("The Local Area Partnership (“LAP”) met.", {"LAP": "Local Area Partnership"}),
    ("The Local Area Partnership (the “LAP”) met.", {"LAP": "Local Area Partnership"}),
    ("The Local Area Partnership (the LAP) met.", {"LAP": "Local Area Partnership"}),
    ("The Local Area Partnership, or LAP for short, met.", {"LAP": "Local Area Partnership"}),
    ("The LAP (the Local Area Partnership) met.", {"LAP": "Local Area Partnership"}),
    ("EP\tEducational psychologist", {"EP": "Educational psychologist"}),
    (
        "| Term\tMeaning\n\nCYP\tChildren and young people\n\nEHE\tElective home education",
        {"CYP": "Children and young people", "EHE": "Elective home education"},
    ),
    (
        "- EP – educational psychologist\n\n- SALT – speech and language therapy",
        {"EP": "educational psychologist", "SALT": "speech and language therapy"},
    ),
    ("Our educational psychologists (EPs) are few. Each EP sees more.", {"EPs": "educational psychologists"}),
    (
        "attention deficit hyperactivity disorder (ADHD) and autism",
        {"ADHD": "attention deficit hyperactivity disorder"},
    ),
    ("houses in multiple occupation (HMOs)", {"HMOs": "houses in multiple occupation"}),
    ("Key Stage 2 (KS2) results", {"KS2": "Key Stage 2"}),
    ("the Early Years Foundation Stage, also known as “EYFS”, sets", {"EYFS": "Early Years Foundation Stage"}),
    (
        "Child and Adolescent Mental Health Services, referred to in this report as CAMHS, moved.",
        {"CAMHS": "Child and Adolescent Mental Health Services"},
    ),
    ("a low-traffic neighbourhood (LTN) scheme", {"LTN": "low-traffic neighbourhood"}),
    (
        "Waits for occupational therapy (OT) and physiotherapy (PT) fell.",
        {"OT": "occupational therapy", "PT": "physiotherapy"},
    ),
    ("PT (physiotherapy) waits fell.", {"PT": "physiotherapy"}),
    ("OT waits fell. The Occupational Therapy lead is new.", {"OT": None}),
    ("The UI is slow. We changed the User Interface. In the User Interface a list opens.", {"UI": "User Interface"}),
    ("The CP was read. The Corporate Plan says so. We wrote the Corporate Plan in May.", {"CP": "Corporate Plan"}),
    ("CP cases rose. The Child Protection plan and the Child Protection team changed.", {"CP": None}),
    ("An OT came. The Occupational Therapist rang; the Occupational Therapist left.", {"OT": None}),
    ("The board (see annex, ABC) met in London (UK).", {"ABC": None, "UK": None}),
    ("Temporary traffic regulation orders [TTROs] are made.", {"TTROs": "Temporary traffic regulation orders"}),
    ("DSR: Dynamic Support Register", {"DSR": "Dynamic Support Register"}),
    ("The Designated Social Care Officer – DSCO – starts in May.", {"DSCO": "Designated Social Care Officer"}),
    ("“Ordinarily Available Provision” (OAP) is described.", {"OAP": "Ordinarily Available Provision"}),
    ("The Multi-Agency Safeguarding Hub (‘MASH’) answers.", {"MASH": "Multi-Agency Safeguarding Hub"}),
    ("Special Educational Needs & Disability (SEND)", {"SEND": "Special Educational Needs & Disability"}),
    (
        "Young people not in education, employment or training (NEET)",
        {"NEET": "not in education, employment or training"},
    ),
    ("The SEND Partnership Board (SPB) met.", {"SPB": "SEND Partnership Board", "SEND": None}),
    ("social, emotional and mental health (SEMH) needs", {"SEMH": "social, emotional and mental health"}),
    ("Thornmere Parent Carer Forum (TPCF) and its PCF friends", {"TPCF": "Thornmere Parent Carer Forum", "PCF": None}),
    ("Dedicated Schools Grant (“the DSG”)", {"DSG": "Dedicated Schools Grant"}),
    ("We call this the DBV (Delivering Better Value) programme.", {"DBV": "Delivering Better Value"}),
    (
        "Requests are sent to the Independent Review Officer (IRO), Virtual School Head (VSH) and LADO.",
        {"IRO": "Independent Review Officer", "VSH": "Virtual School Head", "LADO": None},
    ),
    ("DSG deficit means the gap in the Dedicated Schools Grant.", {"DSG": "Dedicated Schools Grant"}),
]
"""In brackets, by words, in glossaries and lists, in either order; beside some that nothing defines."""


@pytest.mark.parametrize(("text", "expected"), [*DEFINED, *MIXED])
def test_long_forms_are_the_documents_own(text: str, expected: dict[str, str | None]) -> None:
    assert {a.text: a.long for a in analysed(text)._.acronyms} == expected


@pytest.mark.parametrize(("text", "expected"), UNDEFINED)
def test_short_forms_without_a_definition(text: str, expected: list[str]) -> None:
    found = analysed(text)._.acronyms
    assert [a.text for a in found] == expected
    assert all(a.long is None for a in found)


@pytest.mark.parametrize("text", NONE)
def test_capitals_that_are_no_acronym(text: str) -> None:
    assert [a.text for a in analysed(text)._.acronyms] == []


def test_an_acronym_is_recorded_once_where_it_is_defined() -> None:
    text = "The RPB met.\n\nThe Regional Partnership Board (RPB) has twelve members."
    (found,) = analysed(text)._.acronyms
    assert (found.start, found.long) == (text.rindex("RPB"), "Regional Partnership Board")
