"""Whose officer somebody is, in the voices of letters, minutes, slides, newsletters and inspectors; all made up."""

from __future__ import annotations

import pytest

from docmine.records import DocType
from tests.extract.people_reading import analysed

COUNCIL = "Wexcombe District Council"
TRUST = "Pendle Vale Community NHS Trust"
CAMPAIGN = "Save Wexcombe Baths Campaign"
INSPECTORS = "Inspectorate of Adult Services"
Person = tuple[str, str | None, str | None]
"""Name, role, organisation."""
Case = tuple[str, str | None, DocType | None, list[Person]]

NAMED_AGAIN: list[Case] = [
    (
        "Ofsted ¶ Since Ofsted came in May, waits have fallen. ¶ Inspectors ¶ Joel Pritchard, Ofsted HMI",
        INSPECTORS,
        "report",
        [("Joel Pritchard", "Ofsted HMI", "Ofsted")],
    ),
]
"""A body whose name another word opens a sentence before."""

COPIED: list[Case] = [
    (
        "Yours sincerely ¶ Meera Shah ¶ Leader of the Council ¶ cc: Joel Pritchard, Head of Parks",
        COUNCIL,
        "letter",
        [("Meera Shah", "Leader", COUNCIL), ("Joel Pritchard", "Head of Parks", COUNCIL)],
    ),
    (
        "Cc: Sunita Rao; Joel Pritchard, Non-Executive Director",
        TRUST,
        "letter",
        [("Sunita Rao", None, None), ("Joel Pritchard", "Non-Executive Director", TRUST)],
    ),
    (
        "cc: Joel Pritchard MP; Sunita Rao, Chief Executive, Pendle Vale Hospital",
        COUNCIL,
        "letter",
        [("Joel Pritchard", "MP", None), ("Sunita Rao", "Chief Executive", "Pendle Vale Hospital")],
    ),
]
"""Colleagues who are sent a copy; not a Member of Parliament, nor who is in another body."""

WRITTEN_TO: list[Case] = [
    (
        "Copied to: Joel Pritchard, Head of Leisure ¶ We ask Wexcombe District Council to keep the baths.",
        CAMPAIGN,
        "letter",
        [("Joel Pritchard", "Head of Leisure", COUNCIL)],
    ),
    (
        "We met the Assistant Director, Ms Sunita Rao, in May. Wexcombe District Council has not replied.",
        CAMPAIGN,
        "letter",
        [("Sunita Rao", "Assistant Director", COUNCIL)],
    ),
    (
        "Joel Pritchard, Service Director for Roads, and Ngozi Eze, ward councillor, came. "
        "Wexcombe District Council and Orr Parish Council have both replied.",
        CAMPAIGN,
        "letter",
        [("Joel Pritchard", "Service Director for Roads", COUNCIL), ("Ngozi Eze", "ward councillor", None)],
    ),
    (
        "The Head of Leisure, Joel Pritchard, wrote to Wexcombe District Council and to Ambry City Council.",
        CAMPAIGN,
        "letter",
        [("Joel Pritchard", "Head of Leisure", None)],
    ),
    (
        "The Head of Leisure, Joel Pritchard, reported a saving.",
        COUNCIL,
        "report",
        [("Joel Pritchard", "Head of Leisure", None)],
    ),
]
"""An officer in a campaign's letter is the council's that the letter speaks of, where it speaks of one."""

REACHED: list[Case] = [
    (
        "For more, contact Joel Pritchard, Digital Inclusion Lead, on 01632 960111.",
        COUNCIL,
        "newsletter",
        [("Joel Pritchard", "Digital Inclusion Lead", COUNCIL)],
    ),
    (
        "Contact officer: Sunita Rao, Contracts Manager, ext. 4471",
        COUNCIL,
        "report",
        [("Sunita Rao", "Contracts Manager", COUNCIL)],
    ),
    (
        "Programme manager: Joel Pritchard (j.pritchard@wexcombe.example)",
        COUNCIL,
        "newsletter",
        [("Joel Pritchard", "Programme manager", COUNCIL)],
    ),
    (
        "Presenter: Sunita Rao, Chief Digital Officer (CDO)",
        COUNCIL,
        "other",
        [("Sunita Rao", "Chief Digital Officer", COUNCIL)],
    ),
    (
        "Slides by Sunita Rao (Managing Director) and Joel Pritchard (Estates)",
        "Pendle Vale Active Trust",
        "other",
        [
            ("Sunita Rao", "Managing Director", "Pendle Vale Active Trust"),
            ("Joel Pritchard", None, None),
        ],
    ),
    (
        "Welcome to Sunita Rao, Head of Customer Services from 4 November",
        COUNCIL,
        "other",
        [("Sunita Rao", "Head of Customer Services", COUNCIL)],
    ),
    (
        "Chair: Dame Meera Shah Chief Executive: Joel Pritchard",
        TRUST,
        "letter",
        [("Meera Shah", "Chair", TRUST), ("Joel Pritchard", "Chief Executive", TRUST)],
    ),
    (
        "For advice contact Sunita Rao, clinical lead at Steady Steps.",
        COUNCIL,
        "newsletter",
        [("Sunita Rao", "clinical lead", "Steady Steps")],
    ),
    ("# Foreword from the Leader, Councillor Sunita Rao", COUNCIL, "report", [("Sunita Rao", "Leader", COUNCIL)]),
    (
        "I am proud of what we did this hard year. ¶ Cllr Sunita Rao ¶ Cabinet Member for Adults",
        COUNCIL,
        "report",
        [("Sunita Rao", "Cabinet Member for Adults", COUNCIL)],
    ),
    (
        "Questions? Ask Joel Pritchard, Product Owner.",
        COUNCIL,
        "newsletter",
        [("Joel Pritchard", "Product Owner", COUNCIL)],
    ),
    ("We asked Joel Pritchard, ward councillor.", COUNCIL, "newsletter", [("Joel Pritchard", "ward councillor", None)]),
    ("Members should contact Joel Pritchard.", COUNCIL, "newsletter", [("Joel Pritchard", None, None)]),
    (
        "I am leaving the service in May after nine good years. ¶ Sunita Rao, Head of Adoption",
        COUNCIL,
        "newsletter",
        [("Sunita Rao", "Head of Adoption", COUNCIL)],
    ),
    (
        "“I am leaving the service in May.” ¶ Sunita Rao, foster carer",
        COUNCIL,
        "newsletter",
        [("Sunita Rao", "foster carer", None)],
    ),
]
"""Whom readers are to contact, who presents, who writes the foreword: with a post, the publisher's own."""

NAMED_BODY: list[Case] = [
    (
        "Chief Superintendent Joel Pritchard, Wexcombe and Orr Constabulary",
        INSPECTORS,
        "letter",
        [("Joel Pritchard", "Chief Superintendent", "Wexcombe and Orr Constabulary")],
    ),
    (
        "Inspector Meera Shah, Neighbourhood Policing Team",
        COUNCIL,
        "letter",
        [("Meera Shah", "Inspector", "Neighbourhood Policing Team")],
    ),
    (
        "Mrs Sunita Rao, Clerk to Nether Orr Parish Council",
        COUNCIL,
        "letter",
        [("Sunita Rao", "Clerk", "Nether Orr Parish Council")],
    ),
    (
        "We wrote to Mr Joel Pritchard, adviser to the Pendle Vale Hospital Trust.",
        None,
        None,
        [("Joel Pritchard", "adviser", "Pendle Vale Hospital Trust")],
    ),
    (
        "Eastmains Water dug up Quay Street. Eastmains’ operations manager, Sunita Rao, has apologised.",
        COUNCIL,
        "letter",
        [("Sunita Rao", "operations manager", "Eastmains Water")],
    ),
    (
        "Orrshire County Council will pay. Cllr Joel Pritchard, the county council's Cabinet Member for Care, said so.",
        INSPECTORS,
        "report",
        [("Joel Pritchard", "Cabinet Member for Care", "Orrshire County Council")],
    ),
    (
        "Wexcombe District Council submitted its plan. The Council's own witness, Dr Ngozi Eze, accepted this.",
        None,
        "letter",
        [("Ngozi Eze", "witness", COUNCIL)],
    ),
    (
        "Sir Joel Pritchard steps down as Chair at the AGM on 11 September.",
        None,
        None,
        [("Joel Pritchard", "Chair", None)],
    ),
    (
        "The winning team came from three firms: ¶ - Sunita Rao, Rao Mills Architects",
        COUNCIL,
        "newsletter",
        [("Sunita Rao", None, "Rao Mills Architects")],
    ),
    (
        "Lead inspectors: Meera Shah (Inspectorate of Adult Services) and Everard Dunn (Inspectorate of Homes).",
        INSPECTORS,
        "report",
        [
            ("Meera Shah", "Lead inspector", INSPECTORS),
            ("Everard Dunn", "Lead inspector", "Inspectorate of Homes"),
        ],
    ),
    ("Fiona Shah Head of Community Payback", INSPECTORS, "report", [("Fiona Shah", "Head of Community Payback", None)]),
    (
        "Two apprentices, Joel Pritchard and Meera Shah, joined in May.",
        COUNCIL,
        "newsletter",
        [("Joel Pritchard", "apprentice", None), ("Meera Shah", "apprentice", None)],
    ),
    (
        "Kate Pritchard spoke. ¶ Yours sincerely ¶ Katherine Pritchard and Joel Shah ¶ Co-chairs, Save Orr Library",
        None,
        "letter",
        [("Katherine Pritchard", "Co-chair", "Save Orr Library"), ("Joel Shah", "Co-chair", "Save Orr Library")],
    ),
]
"""The body beside the name, behind a rank, before the post, in a word for it; several who share one post."""

TABLES: list[Case] = [
    (
        "| Name\tPosition\tOrganisation ¶ Cllr Sunita Rao (chair)\tPortfolio Holder, Waste\tOrr Borough Council",
        "Orr and Wexcombe Waste Board",
        "minutes",
        [("Sunita Rao", "Portfolio Holder, Waste", "Orr Borough Council")],
    ),
    (
        "| Name\tRole ¶ Gwenllian Prys-Roberts\tLead inspector, Care Standards Inspectorate",
        INSPECTORS,
        "report",
        [("Gwenllian Prys-Roberts", "Lead inspector", "Care Standards Inspectorate")],
    ),
    (
        "| Action\tProgress ¶ Appoint a Principal Social Worker (PSW)\tDone. Sunita Rao started on 7 April",
        COUNCIL,
        "update",
        [("Sunita Rao", "Principal Social Worker (PSW)", None)],
    ),
    (
        "| Action\tProgress ¶ Recruit a play development officer\tDone: Joel Pritchard joined in June 2023",
        COUNCIL,
        "update",
        [("Joel Pritchard", "play development officer", None)],
    ),
    (
        "| Action\tProgress ¶ Mend the roof\tDone. Joel Pritchard started on 7 April",
        COUNCIL,
        "update",
        [("Joel Pritchard", None, None)],
    ),
    (
        "Apologies: Joel Pritchard (Finance); Dr Ngozi Eze, Public Health",
        COUNCIL,
        "minutes",
        [("Joel Pritchard", None, "Finance"), ("Ngozi Eze", None, "Public Health")],
    ),
    (
        "Apologies were received from Joel Pritchard (Legal Services) and Dr N. Eze, Public Health.",
        COUNCIL,
        "minutes",
        [("Joel Pritchard", None, "Legal Services"), ("N. Eze", None, "Public Health")],
    ),
    ("In attendance: Sunita Rao (SR) (minutes)", COUNCIL, "minutes", [("Sunita Rao", "minutes", None)]),
]
"""Rows whose headers say what is what; posts that a row fills; attendance lists that give a department only."""


@pytest.mark.parametrize(
    ("text", "publisher", "doc_type", "expected"), [*NAMED_AGAIN, *COPIED, *WRITTEN_TO, *REACHED, *NAMED_BODY, *TABLES]
)
def test_whose_officer_somebody_is(
    text: str, publisher: str | None, doc_type: DocType | None, expected: list[Person]
) -> None:
    found = analysed(text.replace(" ¶ ", "\n\n"), publisher, doc_type)._.owners
    assert [(o.name, o.role, o.organisation) for o in found] == expected
