"""Write a small postmortem and its articles, in words of their own, for the tests of the commands."""

from __future__ import annotations

from pathlib import Path

PAGE = """Incident: Harbour Ferry Booking System Loses Tickets

Published Date: 2021-05-04

Postmortem Analysis
Timeline 1. The booking system of Tideline Ferries failed on Monday, 3 May 2021 [7001].
System 1. The booking system of Tideline Ferries [7001]
Impacts 1. About 40,000 tickets were lost in the outage of the booking system [7001].
Software Causes 1. An engineer deleted the wrong table during an update of the booking system [7001].
Preventions 1. Rehearsing a restore from a backup every month.
"""
FIRST = """Booking failure strands harbour ferry passengers

The booking system of Tideline Ferries failed on Monday, 3 May 2021, the company said on Tuesday.

An engineer had deleted the wrong table during an update of the booking system. About 4,000 tickets were lost in the
outage of the booking system.

Passengers queued at the piers for most of the day before the company let them board without a ticket. The ferries
themselves ran on time all day, according to the port authority, which counted the passengers by hand at each pier.
"""


POSTMORTEM, ARTICLES = "ferry.txt", "articles"


def write(folder: Path) -> None:
    """Write the postmortem and the folder of articles."""
    (folder / ARTICLES).mkdir(exist_ok=True)
    (folder / POSTMORTEM).write_text(PAGE, encoding="utf-8")
    (folder / ARTICLES / "7001.txt").write_text(FIRST, encoding="utf-8")
