"""Make a small database of incidents, each with an article of its own, and one article that nobody cites."""

from __future__ import annotations

import csv
from pathlib import Path

INCIDENTS, ARTICLES = "incidents.csv", "articles.csv"
HEADER = ("Incident ID", "Related Article IDs", "Published", "Title", "Summary", "Impacts", "Phase Option")
FALSE_EVERY = 3


def article(number: int) -> str:
    return (
        f"The booking system of the Harbour {number} ferry line failed on Monday, its operator said.\n\n"
        f"Altogether {number + 200} tickets were lost in the outage, the company said. "
        "Passengers had to wait for up to three hours at the piers.\n\n"
        "An engineer had deleted the wrong table during an update, according to the company."
    )


def incident(number: int) -> tuple[str, ...]:
    """Return the row of an incident; every third tells another number than its article."""
    lost = number + 200 if number % FALSE_EVERY else number + 700
    return (
        str(number),
        f"[{9000 + number}]",
        "2021-05-04",
        f"Harbour {number} Ferry Line Loses Tickets",
        f"The booking system of the Harbour {number} ferry line failed on Monday [{9000 + number}].",
        f"Altogether {lost} tickets were lost in the outage [{9000 + number}].",
        "operation",
    )


def write(folder: Path, size: int) -> list[str]:
    """Write both tables; return the arguments that audit them."""
    with (folder / INCIDENTS).open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *map(incident, range(1, size + 1))])
    with (folder / ARTICLES).open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(("Article ID", "URL", "Published", "Headline", "Body"))
        for number in range(1, size + 2):
            url = f"https://post.example/{number}"
            table.writerow((9000 + number, url, "2021-05-04", f"Harbour {number} in trouble", article(number)))
    return [str(folder / INCIDENTS), "--sources", str(folder / ARTICLES)]
