"""Several people of a document, with the words around them: (text, publisher, kind of document, people).

"¶" stands between the blocks of a layout.
"""

from __future__ import annotations

import pytest

from docmine.records import DocType
from tests.extract.people_reading import analysed

COUNCIL = "Thornmere Borough Council"
BOTH = "Thornmere Borough Council and the North Vale Integrated Care Board"
Person = tuple[str, str | None, str | None]
"""Name, role, organisation."""

CASES: list[tuple[str, str | None, DocType | None, list[Person]]] = [
    (
        "Amara Nwosu, Assistant Director for Schools, Pendle Vale Council, wrote to families.",
        None,
        None,
        [("Amara Nwosu", "Assistant Director for Schools", "Pendle Vale Council")],
    ),
    (
        (
            "Present: Sunita Rao (Chair), Aled Bowen (Vice Chair, Thornmere Parent Forum), Dr Ngozi Eze (GP, "
            "Kestrel Surgery), Councillor Pat Hughes"
        ),
        "Thornmere Improvement Board",
        "minutes",
        [
            ("Sunita Rao", "Chair", "Thornmere Improvement Board"),
            ("Aled Bowen", "Vice Chair", "Thornmere Parent Forum"),
            ("Ngozi Eze", "GP", "Kestrel Surgery"),
            ("Pat Hughes", "Councillor", None),
        ],
    ),
    (
        "“It works,” says Ioana Popescu, clinical lead at Steady Steps.",
        COUNCIL,
        None,
        [("Ioana Popescu", "clinical lead", "Steady Steps")],
    ),
    (
        "Apologies: Ioana Popescu (Clinical Lead, Steady Steps)",
        COUNCIL,
        "minutes",
        [("Ioana Popescu", "Clinical Lead", "Steady Steps")],
    ),
    (
        "Yours sincerely ¶ Meera Shah, Chair ¶ Joel Pritchard, Treasurer ¶ Thornmere Carers Together",
        "Thornmere Carers Together",
        "letter",
        [
            ("Meera Shah", "Chair", "Thornmere Carers Together"),
            ("Joel Pritchard", "Treasurer", "Thornmere Carers Together"),
        ],
    ),
    (
        "Yours sincerely ¶ Meera Shah and Joel Pritchard ¶ Co-chairs, Thornmere Carers Together",
        None,
        "letter",
        [
            ("Meera Shah", "Co-chair", "Thornmere Carers Together"),
            ("Joel Pritchard", "Co-chair", "Thornmere Carers Together"),
        ],
    ),
    (
        (
            "It was carried out by His Majesty’s Inspectorate of Prisons (HMIP). ¶ Yours faithfully ¶ Olu "
            "Adeyemi ¶ His Majesty’s Chief Inspector of Prisons"
        ),
        None,
        "letter",
        [("Olu Adeyemi", "His Majesty’s Chief Inspector of Prisons", "His Majesty’s Inspectorate of Prisons")],
    ),
    (
        ("It was carried out by the Care Quality Commission (CQC). ¶ Freya Lund ¶ Chief Inspector of Hospitals, CQC"),
        None,
        "letter",
        [("Freya Lund", "Chief Inspector of Hospitals", "Care Quality Commission (CQC)")],
    ),
    (
        "The Harbour Safeguarding Board, chaired by Winston Clarke, met on Monday.",
        COUNCIL,
        None,
        [("Winston Clarke", "Chair", "Harbour Safeguarding Board")],
    ),
    ("The working group is led by Winston Clarke.", COUNCIL, None, [("Winston Clarke", None, None)]),
    (
        "Rosa Delgado from the Youth Justice Service said so.",
        COUNCIL,
        None,
        [("Rosa Delgado", None, "Youth Justice Service")],
    ),
    (
        "Rosa Delgado of Family Voice Thornmere told us.",
        COUNCIL,
        None,
        [("Rosa Delgado", None, "Family Voice Thornmere")],
    ),
    ("Rosa Delgado of Wexcombe told us about it.", COUNCIL, None, [("Rosa Delgado", None, None)]),
    (
        "Contact Bilal Hussain at Thornmere Leisure Trust on 01632 960123.",
        COUNCIL,
        None,
        [("Bilal Hussain", None, "Thornmere Leisure Trust")],
    ),
    (
        "Ask Linh Tran, Transport Officer (linh.tran@thornmere.gov.uk).",
        COUNCIL,
        None,
        [("Linh Tran", "Transport Officer", COUNCIL)],
    ),
    (
        "Ask Linh Tran, Transport Officer (linh.tran@wexcombe.gov.uk).",
        COUNCIL,
        None,
        [("Linh Tran", "Transport Officer", None)],
    ),
    ("NHS England pays for this. Ask Linh Tran (linh.tran@nhs.net).", COUNCIL, None, [("Linh Tran", None, None)]),
    (
        "The council’s Director of Place, Helga Brandt, apologised.",
        COUNCIL,
        None,
        [("Helga Brandt", "Director of Place", COUNCIL)],
    ),
    (
        "The council’s Director of Place, Helga Brandt, apologised.",
        BOTH,
        None,
        [("Helga Brandt", "Director of Place", COUNCIL)],
    ),
    (
        "Thornmere Council’s Head of Parks, Ewan Baird, said so.",
        None,
        None,
        [("Ewan Baird", "Head of Parks", "Thornmere Council")],
    ),
    (
        "Kestrel Community NHS Trust runs it. Abena Boateng, chief nurse at the Trust, said so.",
        COUNCIL,
        None,
        [("Abena Boateng", "chief nurse", "Kestrel Community NHS Trust")],
    ),
    ("Head of Libraries Sanjay Patel opened it.", BOTH, "newsletter", [("Sanjay Patel", "Head of Libraries", None)]),
    (
        "Sanjay Patel, Head of Libraries, has moved on.",
        COUNCIL,
        "report",
        [("Sanjay Patel", "Head of Libraries", None)],
    ),
    (
        "Yours sincerely ¶ Helen Marsh ¶ Director of Children’s Services",
        COUNCIL,
        "letter",
        [("Helen Marsh", "Director of Children’s Services", COUNCIL)],
    ),
    (
        "Leader of Thornmere Council, Councillor Bryn Tudor, said so.",
        None,
        None,
        [("Bryn Tudor", "Leader", "Thornmere Council")],
    ),
    (
        "The Mayor of Thornmere, Odette Laurent, cut the ribbon.",
        None,
        None,
        [("Odette Laurent", "Mayor of Thornmere", None)],
    ),
    (
        "Professor Adaeze Obi, University of Wexcombe, chaired it.",
        None,
        None,
        [("Adaeze Obi", None, "University of Wexcombe")],
    ),
    (
        "Hannah Frost (Wexcombe Parent Carer Forum) spoke.",
        COUNCIL,
        None,
        [("Hannah Frost", None, "Wexcombe Parent Carer Forum")],
    ),
    (
        "- Hannah Frost – Wexcombe Parent Carer Forum",
        COUNCIL,
        None,
        [("Hannah Frost", None, "Wexcombe Parent Carer Forum")],
    ),
    (
        "| Name\tRole\tOrganisation ¶ Ivan Petrov\tHealth lead\tWexcombe ICB ¶ Gloria Mwangi\tParent\t-",
        COUNCIL,
        "minutes",
        [("Ivan Petrov", "Health lead", "Wexcombe ICB"), ("Gloria Mwangi", "Parent", None)],
    ),
    (
        "| Attendee\tRepresenting ¶ Ivan Petrov\tWexcombe ICB ¶ Cllr Gloria Mwangi\tThornmere Council",
        COUNCIL,
        "minutes",
        [("Ivan Petrov", None, "Wexcombe ICB"), ("Gloria Mwangi", "Councillor", "Thornmere Council")],
    ),
    (
        "Apologies were received from Cllr Idris Bowen and Mrs J. Lacey.",
        COUNCIL,
        "minutes",
        [("Idris Bowen", "Councillor", None), ("J. Lacey", None, None)],
    ),
    ("Gwen Parry, mother of two, waited a year.", COUNCIL, None, [("Gwen Parry", "mother of two", None)]),
    (
        "Headteacher Moira Kelly of Ashdown Primary School agreed.",
        COUNCIL,
        None,
        [("Moira Kelly", "Headteacher", "Ashdown Primary School")],
    ),
    (
        "Moira Kelly, headteacher at Ashdown Primary School, agreed.",
        COUNCIL,
        None,
        [("Moira Kelly", "headteacher", "Ashdown Primary School")],
    ),
    (
        "Vikram Joshi (Ofsted) and Carmen Ruiz (CQC) led the visit.",
        None,
        None,
        [("Vikram Joshi", None, "Ofsted"), ("Carmen Ruiz", None, "CQC")],
    ),
    (
        "Our new manager, Petra Novak, joined us from Wexcombe Council.",
        COUNCIL,
        None,
        [("Petra Novak", "manager", COUNCIL)],
    ),
    (
        "Petra Novak, formerly of Wexcombe Council, has joined the team.",
        COUNCIL,
        None,
        [("Petra Novak", None, COUNCIL)],
    ),
    (
        "Yours sincerely ¶ Meera Shah ¶ On behalf of Thornmere Carers Together",
        None,
        "letter",
        [("Meera Shah", None, "Thornmere Carers Together")],
    ),
    (
        (
            "Ama Serwaa, Director of Children’s Services, Islemere Council ¶ Jon Peel, Place Director, North "
            "Vale Integrated Care Board ¶ Sarah Quist, Independent Scrutineer, Islemere Safeguarding "
            "Partnership ¶ Dear local partners"
        ),
        None,
        "letter",
        [
            ("Ama Serwaa", "Director of Children’s Services", "Islemere Council"),
            ("Jon Peel", "Place Director", "North Vale Integrated Care Board"),
            ("Sarah Quist", "Independent Scrutineer", "Islemere Safeguarding Partnership"),
        ],
    ),
    (
        "Thandiwe Mkhize-Jones thanked Ffion ap Gwilym.",
        None,
        None,
        [("Thandiwe Mkhize-Jones", None, None), ("Ffion ap Gwilym", None, None)],
    ),
    (
        "Nguyễn Thị Hoa asked why. Mohammed al-Hassan replied.",
        None,
        None,
        [("Nguyễn Thị Hoa", None, None), ("Mohammed al-Hassan", None, None)],
    ),
    (
        "Mr O'Shaughnessy and Dr. A. J. van der Merwe were thanked.",
        None,
        None,
        [("O'Shaughnessy", None, None), ("A. J. van der Merwe", None, None)],
    ),
    (
        "Yours sincerely ¶ PAULA HEGARTY ¶ Service Director",
        COUNCIL,
        "letter",
        [("PAULA HEGARTY", "Service Director", COUNCIL)],
    ),
    (
        ("Dr Jane Smith chairs it. Jane Smith spoke first. Ms Smith left. J. Smith came back. Jane agreed."),
        None,
        None,
        [("Jane Smith", None, None)],
    ),
    (
        "Jane Smith and John Smith spoke. Ms Smith left early.",
        None,
        None,
        [("Jane Smith", None, None), ("John Smith", None, None)],
    ),
    ("Daniel Wright, Chair, spoke. Dan Wright then left.", None, None, [("Daniel Wright", "Chair", None)]),
    (
        "Kwame Asante Mensah, Treasurer, spoke. Kwame Mensah left.",
        None,
        None,
        [("Kwame Asante Mensah", "Treasurer", None)],
    ),
    (
        "Contact us ¶ Name: Rukhsana Mirza ¶ Tel: 01632 960144 ¶ Email: rukhsana.mirza@thornmere.gov.uk",
        COUNCIL,
        None,
        [("Rukhsana Mirza", None, COUNCIL)],
    ),
    (
        "Cabinet members: Cllr Ann Doyle, Cllr Ravi Menon and Cllr Sue Fenn",
        COUNCIL,
        "minutes",
        [
            ("Ann Doyle", "Cabinet member", None),
            ("Ravi Menon", "Cabinet member", None),
            ("Sue Fenn", "Cabinet member", None),
        ],
    ),
    ("Report of: Director of Finance (Colm Byrne)", COUNCIL, "report", [("Colm Byrne", "Director of Finance", None)]),
    (
        "Contact officer: Ines Duarte, Democratic Services Officer, 01632 960111",
        COUNCIL,
        "report",
        [("Ines Duarte", "Democratic Services Officer", COUNCIL)],
    ),
    ("Author: Tunde Bakare", COUNCIL, "report", [("Tunde Bakare", None, None)]),
    (
        "Welcome from Siân Prys-Davies, the new Chair of the Islemere Parent Forum.",
        COUNCIL,
        "newsletter",
        [("Siân Prys-Davies", "Chair", "Islemere Parent Forum")],
    ),
    (
        "We are sorry to see Zainab Farooqi go; Piers Latimer takes over as Participation Lead.",
        COUNCIL,
        "newsletter",
        [("Zainab Farooqi", None, None), ("Piers Latimer", "Participation Lead", None)],
    ),
    (
        "Farewell to our SENDIASS manager, Odhran McGinty.",
        COUNCIL,
        "newsletter",
        [("Odhran McGinty", "SENDIASS manager", "SENDIASS")],
    ),
    (
        "The plan is owned by Bogdan Ionescu, Programme Director.",
        COUNCIL,
        "report",
        [("Bogdan Ionescu", "Programme Director", None)],
    ),
    ("Lead officer – Saoirse Ní Bhriain", COUNCIL, "report", [("Saoirse Ní Bhriain", None, None)]),
    (
        "Minister for Schools, Rt Hon Delia Marchbanks MP, has replied.",
        None,
        None,
        [("Delia Marchbanks", "Minister for Schools", None)],
    ),
    ("DfE adviser Kofi Annor-Smith visited.", None, None, [("Kofi Annor-Smith", "DfE adviser", "DfE")]),
    ("Sergeant Dean Walsh of Wexcombe Police explained.", None, None, [("Dean Walsh", "Sergeant", "Wexcombe Police")]),
    (
        "Chris Vaz and Pam Udoh, parent representatives, asked for minutes.",
        None,
        None,
        [("Chris Vaz", "parent representative", None), ("Pam Udoh", "parent representative", None)],
    ),
    (
        "Wexcombe Council has appointed Lena Fischer as its Director of Housing.",
        COUNCIL,
        None,
        [("Lena Fischer", "Director of Housing", "Wexcombe Council")],
    ),
    (
        (
            "Signed ¶ Lena Fischer ¶ Chief Executive ¶ North Vale Integrated Care Board ¶ Tom Okafor ¶ Chief "
            "Executive ¶ Thornmere Borough Council"
        ),
        BOTH,
        "letter",
        [
            ("Lena Fischer", "Chief Executive", "North Vale Integrated Care Board"),
            ("Tom Okafor", "Chief Executive", COUNCIL),
        ],
    ),
    (
        "Chair: Dame Olwen Hart Chief Executive: Babak Amini",
        COUNCIL,
        "letter",
        [("Olwen Hart", "Chair", COUNCIL), ("Babak Amini", "Chief Executive", COUNCIL)],
    ),
    (
        ("The contractor, Sever Property Services Ltd, began in May. Its regional manager, Ms Corin Hadd, told us."),
        COUNCIL,
        "letter",
        [("Corin Hadd", "regional manager", "Sever Property Services Ltd")],
    ),
    (
        "Yours sincerely ¶ pp. Councillor Jack Wether, Cabinet Member for Housing",
        COUNCIL,
        "letter",
        [("Jack Wether", "Cabinet Member for Housing", COUNCIL)],
    ),
    (
        "Tom Ferris, Head of Reviews, now leads it in place of Priya Vale.",
        COUNCIL,
        "report",
        [("Tom Ferris", "Head of Reviews", None), ("Priya Vale", None, None)],
    ),
    (
        (
            "Present: Cllr Orla Lacewell (OL) (Chair); Idris Penn (IP), Head of Roads; Wanda Krol (WK), "
            "Pendle Cycling Forum"
        ),
        "Pendle Roads Committee",
        "minutes",
        [
            ("Orla Lacewell", "Chair", "Pendle Roads Committee"),
            ("Idris Penn", "Head of Roads", None),
            ("Wanda Krol", None, "Pendle Cycling Forum"),
        ],
    ),
    (
        ("Our Chief Operating Officer (COO), Marta Lis, and our Chief Nurse (CN), Abdi Yusuf, wrote to you."),
        COUNCIL,
        "letter",
        [("Marta Lis", "Chief Operating Officer", COUNCIL), ("Abdi Yusuf", "Chief Nurse", COUNCIL)],
    ),
    (
        "Chair: Dame Olwen Hart   Chief Executive: Babak Amini",
        COUNCIL,
        "letter",
        [("Olwen Hart", "Chair", COUNCIL), ("Babak Amini", "Chief Executive", COUNCIL)],
    ),
    (
        ("Mr Juno Baptiste, Chair, Pendle Tenants' Alliance\nMs Hild Storr, Vice-Chair, Pendle Tenants' Alliance"),
        COUNCIL,
        "letter",
        [
            ("Juno Baptiste", "Chair", "Pendle Tenants' Alliance"),
            ("Hild Storr", "Vice-Chair", "Pendle Tenants' Alliance"),
        ],
    ),
    (
        "Graham Ives leads it. Graham, who joined us in May as Repairs Manager, is new.",
        COUNCIL,
        "letter",
        [("Graham Ives", "Repairs Manager", COUNCIL)],
    ),
    (
        "We thank the Pendle Villages Alliance (PVA) and its spokesman, Colonel Hugo Strand.",
        None,
        "letter",
        [("Hugo Strand", "spokesman", "Pendle Villages Alliance")],
    ),
    (
        "The Street Data Unit (SDU) sends this. ¶ Zainab Croft | User Researcher | z.croft@sdu.example",
        None,
        "newsletter",
        [("Zainab Croft", "User Researcher", "Street Data Unit (SDU)")],
    ),
    (
        "Our user researchers, Imogen Vale and Dev Rathore, visited nine sites.",
        COUNCIL,
        "newsletter",
        [("Imogen Vale", "user researcher", COUNCIL), ("Dev Rathore", "user researcher", COUNCIL)],
    ),
    (
        "Thanks to Barnaby Cole, who retires as Stock Manager in May.",
        COUNCIL,
        "report",
        [("Barnaby Cole", "Stock Manager", None)],
    ),
    (
        "The improvement board’s independent chair, Baroness Cress Hollin, told its meeting so.",
        COUNCIL,
        "report",
        [("Cress Hollin", "independent chair", "improvement board")],
    ),
    (
        "Welcome to Siobhán Tully, who joined us as Review Officer.",
        COUNCIL,
        "newsletter",
        [("Siobhán Tully", "Review Officer", COUNCIL)],
    ),
]
"""An organisation is filled where the words beside the name, a signature, an address or minutes give it."""

NOBODY = [
    "Grant Thornton and Mott MacDonald were paid £4,000.",
    "Taylor Wimpey agreed to build a crossing.",
    "The Thomas Clarkson Academy asked for help.",
    "St John Fisher School said that it was full.",
    "We thank the Marie Curie Hospice.",
    "Martha’s Rule and Sarah’s Law were explained.",
    "The Jack Petchey Awards open in May.",
    "Robert Owen Way and Florence Nightingale Close are shut.",
    "The Duke of Edinburgh’s Award is popular.",
    "Meet at the Lloyd George Room.",
    "The Charlie Waller Trust visited.",
    "Sue Ryder and Mary Seacole House have agreed.",
    "The Kerslake Review was published.",
    "Ashdown Infant School and Elm Grove Juniors merged.",
    "Dear Parent Carer",
    "Dear Chief Executive",
    "Kind Regards ¶ The Parent Carer Team",
    "Local Offer Live and Preparing For Adulthood events were held.",
    "The Lenehan Review asked for this.",
    "Max Hospital Radio thanked listeners.",
    "Balfour Beatty said that work would begin.",
    "The Frank Barnes School won the Queen Elizabeth Prize.",
    "Great Ormond Street gave advice.",
    "Email Early Years Inclusion for more.",
    "Friday Morning Stay and Play moved.",
    "The Pendle Federation of Tenants wrote.",
    "Wexcombe Cycling Forum and Wexcombe Healthwatch came.",
    "Thornley Tenants' Alliance replied.",
]
"""Bodies, places, awards, laws and companies that are called after people; greetings."""


@pytest.mark.parametrize(("text", "publisher", "doc_type", "expected"), CASES)
def test_people_with_their_posts_and_bodies(
    text: str, publisher: str | None, doc_type: DocType | None, expected: list[Person]
) -> None:
    found = analysed(text.replace(" ¶ ", "\n\n"), publisher, doc_type)._.owners
    assert [(o.name, o.role, o.organisation) for o in found] == expected


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_called_after_people_is_nobody(text: str) -> None:
    assert [o.name for o in analysed(text.replace(" ¶ ", "\n\n"))._.owners] == []
