"""What a product does, and what its users can do with it, is no promise unless somebody undertakes to build it."""

from __future__ import annotations

import pytest

from tests.extract.commitment_reading import found

DESCRIPTIONS = [
    "Kerbside will show all skips on one map.",
    "The system will calculate the fee from the dates that were entered.",
    "The dashboard will display the last ten bookings.",
    "The new form will ask for a reference number.",
    "Once a booking is cancelled the app will send a message to the driver.",
    "Users will see a warning when the dates overlap.",
    "You will receive an e-mail with a link.",
    "Operators will need to enter a reason.",
    "Bookings will be sorted by date.",
    "The fee will be charged to the account of the operator.",
    "When a permit is refused, a notice will be sent to the applicant automatically.",
    "All comments will be visible to both sides.",
    "The register will hold every licence since 1998.",
    "A user will be logged out after 15 minutes.",
    "Planners and drivers will both be able to add notes.",
    "The page will only list open bookings.",
    "The status will change to closed.",
    "This will be shown in the history of the booking.",
    "A yellow flag will appear beside the entry.",
    "There will be a button to export the list.",
    "Each team will have its own calendar.",
]

UNDERTAKINGS = [
    "We will add a filter for closed bookings.",
    "The system will go live on 5 June 2023.",
    "Kerbside will be available to all districts from May 2023.",
    "A new search page will be released in April 2023.",
    "The next release will include a map of skips.",
    "Kerbside will be rolled out to nine councils.",
    "Export to a spreadsheet will be added to Kerbside.",
    "The fault will be fixed in the next release.",
    "Training will be provided before the launch.",
    "The old system will be switched off in June 2023.",
]


@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_a_product_binds_nobody(text: str) -> None:
    records = found(
        ("heading", "What is new"),
        "Kerbside is a digital service for skips and scaffolds. Users log in to the system with a password.",
        text,
        title="Kerbside Newsletter 4",
        series="Kerbside Newsletter",
        publisher="Department for Highways",
    )
    assert [r.text for r in records] == []


@pytest.mark.parametrize("text", UNDERTAKINGS)
def test_who_undertakes_to_build_it_does(text: str) -> None:
    records = found(
        ("heading", "What is new"),
        "Kerbside is a digital service for skips and scaffolds. Users log in to the system with a password.",
        text,
        title="Kerbside Newsletter 4",
        series="Kerbside Newsletter",
        publisher="Department for Highways",
    )
    assert [r.text for r in records] == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("stem", "bullet", "expected"),
    [
        ("Kerbside will:", "show every skip on one map", False),
        ("The system will let you:", "cancel a booking", False),
        ("The new page will include:", "a list of open bookings", False),
        ("Drivers will be able to:", "see the next stop", False),
        ("The main features will be:", "one map of all skips", False),
        ("The training will cover:", "how to cancel a booking", False),
        ("In the current version it is possible to:", "cancel a booking", False),
        ("The next release will include:", "one map of all skips", True),
        ("We will release:", "one map of all skips", True),
        ("The following will be added in May:", "one map of all skips", True),
        ("The team will:", "test the map with two councils", True),
    ],
)
def test_lists_of_features(stem: str, bullet: str, expected: bool) -> None:
    records = found(stem, ("list_item", bullet), series="Kerbside Newsletter", publisher="Department for Highways")
    assert [r.text for r in records] == ([bullet] if expected else [])


@pytest.mark.parametrize(
    ("stem", "bullets"),
    [
        ("We will meet drivers at these sessions:", ("Morning, Monday 8 May: https://bookings.example.org/4711",)),
        ("We will hold two open days:", ("Tuesday 3 May: www.example.org/open-day",)),
        ("In this issue of the bulletin we will cover:", ("Changes to the skip licence", "New fees")),
        ("In this month's issue we will cover:", ("An interview with the harbour master",)),
    ],
)
def test_bookings_and_contents_are_no_promises(stem: str, bullets: tuple[str, ...]) -> None:
    assert found(stem, *(("list_item", bullet) for bullet in bullets)) == ()
