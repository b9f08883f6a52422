"""Inspectors' reports and letters: what they require, and what they only tell."""

from __future__ import annotations

import pytest

from tests.extract.commitment_voices import Row, told

BINDING: list[Row] = [
    (
        "inspection",
        ["Leaders from the council and the trust should cut the wait for an assessment."],
        [
            (
                "Leaders from the council and the trust should cut the wait for an assessment",
                "required",
                "Leaders from the council and the trust",
            )
        ],
    ),
    (
        "inspection",
        ["The Chief Inspector requires the local area partnership to prepare and submit a priority action plan."],
        [
            (
                "The Chief Inspector requires the local area partnership to prepare and submit a priority action plan",
                "required",
                "local area partnership",
            )
        ],
    ),
    (
        "inspection",
        ["Ofsted and the CQC ask that the local area partnership updates and publishes its strategic plan."],
        [
            (
                "Ofsted and the CQC ask that the local area partnership updates and publishes its strategic plan",
                "required",
                "local area partnership",
            )
        ],
    ),
    (
        "inspection",
        ["The next full inspection will be within approximately three years."],
        [
            (
                "The next full inspection will be within approximately three years",
                "firm",
                "Ofsted and the Care Quality Commission",
            )
        ],
    ),
    (
        "inspection",
        ["A monitoring inspection will be carried out within approximately 18 months."],
        [
            (
                "A monitoring inspection will be carried out within approximately 18 months",
                "firm",
                "Ofsted and the Care Quality Commission",
            )
        ],
    ),
    (
        "inspection",
        [
            ("heading", "Areas for improvement"),
            ("list_item", "Leaders should work together to reduce waiting times for a diagnosis."),
            ("list_item", "The local authority should make sure that plans are reviewed on time."),
            ("list_item", "Leaders across education and health should develop their use of data."),
        ],
        [
            ("Leaders should work together to reduce waiting times for a diagnosis", "required", "Leaders"),
            ("The local authority should make sure that plans are reviewed on time", "required", "local authority"),
            (
                "Leaders across education and health should develop their use of data",
                "required",
                "Leaders across education and health",
            ),
        ],
    ),
    (
        "inspection",
        ["A new school for children with complex needs is due to open in September 2024."],
        [("A new school for children with complex needs is due to open in September 2024", "planned", None)],
    ),
    (
        "joint_inspection",
        [
            "The LSCP is the principal authority and should prepare a written statement of proposed action.",
            "This should be a multi-agency response involving the agencies that this letter is addressed to.",
            "The response should set out the actions for the partnership.",
            "The LSCP should send the written statement to the inspectorates by 4 July 2023.",
            "This statement will inform the lines of enquiry at any future inspection.",
        ],
        [
            (
                "The LSCP is the principal authority and should prepare a written statement of proposed action",
                "required",
                "LSCP",
            ),
            (
                "This should be a multi-agency response involving the agencies that this letter is addressed to",
                "required",
                "LSCP",
            ),
            ("The response should set out the actions for the partnership", "required", "LSCP"),
            ("The LSCP should send the written statement to the inspectorates by 4 July 2023", "required", "LSCP"),
        ],
    ),
    (
        "joint_inspection",
        ["The director of children’s services should prepare a written statement of proposed action."],
        [
            (
                "The director of children’s services should prepare a written statement of proposed action",
                "required",
                "director of children’s services",
            )
        ],
    ),
    (
        "joint_inspection",
        ["More work is required by the partnership to include the ambulance service in planning."],
        [
            (
                "More work is required by the partnership to include the ambulance service in planning",
                "required",
                "partnership",
            )
        ],
    ),
    (
        "joint_inspection",
        ["The partnership should now review how strategy meetings are recorded."],
        [("The partnership should now review how strategy meetings are recorded", "required", "partnership")],
    ),
    (
        "joint_inspection",
        ["Police officers need to consider the child’s lived experience in every case."],
        [
            (
                "Police officers need to consider the child’s lived experience in every case",
                "required",
                "Police officers",
            )
        ],
    ),
    (
        "joint_inspection",
        ["Two training days for school staff are planned for May."],
        [("Two training days for school staff are planned for May", "planned", "Lowmoor partnership")],
    ),
    (
        "joint_inspection",
        [
            ("heading", "Areas for priority action"),
            ("list_item", "Leaders should act urgently to make sure that strategy meetings are held on time."),
        ],
        [("Leaders should act urgently to make sure that strategy meetings are held on time", "required", "Leaders")],
    ),
    (
        "joint_inspection",
        ["The inspectorates expect the partnership to publish its response."],
        [("The inspectorates expect the partnership to publish its response", "required", "partnership")],
    ),
    (
        "joint_inspection",
        ["Strategic leaders should assure themselves that the new process is working."],
        [
            (
                "Strategic leaders should assure themselves that the new process is working",
                "required",
                "Strategic leaders",
            )
        ],
    ),
    (
        "joint_inspection",
        ["The action plan should be submitted by 1 September 2023."],
        [("The action plan should be submitted by 1 September 2023", "required", None)],
    ),
    (
        "joint_inspection",
        ["The safeguarding partners should ensure that the action plan is shared with the regional group."],
        [
            (
                "The safeguarding partners should ensure that the action plan is shared with the regional group",
                "required",
                "safeguarding partners",
            )
        ],
    ),
    (
        "joint_inspection",
        [
            ("heading", "Areas for improvement"),
            ("list_item", "The consistency with which police officers record the voice of the child."),
            ("list_item", "Joint training for social workers and health staff."),
        ],
        [
            (
                "The consistency with which police officers record the voice of the child",
                "required",
                "Lowmoor partnership",
            ),
            ("Joint training for social workers and health staff", "required", "Lowmoor partnership"),
        ],
    ),
    (
        "inspection",
        ["The local area partnership is required to publish an updated strategy."],
        [
            (
                "The local area partnership is required to publish an updated strategy",
                "required",
                "local area partnership",
            )
        ],
    ),
    (
        "joint_inspection",
        ["We will visit again within a year."],
        [
            (
                "We will visit again within a year",
                "firm",
                "Ofsted, the Care Quality Commission and His Majesty’s Inspectorate of Constabulary",
            )
        ],
    ),
    (
        "joint_inspection",
        ["The director of children’s services should send the statement to the inspectorates by 1 August 2023."],
        [
            (
                "The director of children’s services should send the statement to the inspectorates by 1 August 2023",
                "required",
                "director of children’s services",
            )
        ],
    ),
    (
        "joint_inspection",
        ["The police should make sure that all officers are trained to spot exploitation."],
        [("The police should make sure that all officers are trained to spot exploitation", "required", "police")],
    ),
    (
        "joint_inspection",
        ["Partners have agreed a joint strategy, which will be launched in September 2023."],
        [("which will be launched in September 2023", "firm", "Lowmoor partnership")],
    ),
]

NOT_BINDING: list[tuple[str, list[tuple[str, str] | str]]] = [
    ("inspection", ["Leaders plan to open a new unit."]),
    ("inspection", ["Parents told inspectors that they hope leaders will listen."]),
    ("inspection", ["Leaders know what they need to improve."]),
    ("inspection", ["Leaders are ambitious for children and have started to make changes."]),
    ("inspection", ["Each inspection will identify learning for all agencies."]),
    ("inspection", ["Too many children must wait for more than a year."]),
    ("inspection", ["Leaders recognise that more needs to be done to improve the timeliness of reviews."]),
    ("joint_inspection", ["The report will contribute to a wider debate about what good looks like."]),
    ("joint_inspection", ["Practitioners should be commended for their persistence."]),
    ("joint_inspection", ["Children who go missing should be offered a return interview."]),
    ("joint_inspection", ["Leaders are aware of this and plans are in place to address it."]),
    ("joint_inspection", ["Children would benefit from quicker access to therapy."]),
    ("joint_inspection", ["Health visitors are not always told when they should be."]),
    ("joint_inspection", ["It is not clear how the partnership will measure impact."]),
    ("joint_inspection", ["What needs to improve is the speed of decisions."]),
    ("inspection", ["Leaders have plans to expand the scheme, but these are at an early stage."]),
    ("inspection", ["Young people are supported to decide what they will do next."]),
    ("inspection", ["Some parents worry that their child will not cope at secondary school."]),
    ("joint_inspection", ["Multi-agency audits are planned but have not begun."]),
    ("joint_inspection", ["Staff say that they will raise concerns when needed."]),
    ("joint_inspection", ["Children are seen quickly, as they should be."]),
]


@pytest.mark.parametrize(("voice", "blocks", "expected"), BINDING)
def test_what_binds(
    voice: str, blocks: list[tuple[str, str] | str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(voice, blocks) == expected


@pytest.mark.parametrize(("voice", "blocks"), NOT_BINDING)
def test_what_binds_nobody(voice: str, blocks: list[tuple[str, str] | str]) -> None:
    assert told(voice, blocks) == []
