"""Check claims that say in other words what their source says, and the same claims with one fact altered."""

from __future__ import annotations

from datetime import date

import pytest
from engine import verdict

from verifier.model import Verdict

FLAGGED = {Verdict.CONTRADICTED, Verdict.DISPUTED}


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("A rider may be given double the dose of oxygen.", "Riders then receive up to double the dose of oxygen."),
        ("Two riders died and 38 fell ill.", "Two riders died and 38 fell ill. No further deaths were reported."),
        ("The horn sounds only after the brake has failed.", "The horn does not sound until the brake has failed."),
        ("The tram line was closed twice before.", "In May it closed the tram line, and in June it closed 40 stops."),
        ("Fares and card readers went on working.", "Fares were not affected, and neither were card readers."),
        ("The head of sales was exonerated.", "The report cleared Rina Moss, the head of sales, of blame."),
        ("The maker denied that its valve was to blame.", "The maker said that the valve had not been at fault."),
        ("The mayor rejected calls for his resignation.", "In an e-mail the mayor turned down a call to resign."),
        (
            "She was kept on the phone before she was told to send a fax.",
            "She was on hold and then told to send a fax.",
        ),
        ("The cranes stood in 181 ports abroad.", "The cranes stood in 212 ports, 31 of them at home."),
        ("Fewer than one in ten of the staff were hit.", "Of its 23,500 staff, 1,860 were hit."),
        ("A review led by Ann Lee will look into the fall.", "A review of the fall is to be led by Ann Lee."),
        ("About 53,000 letters were sent, some 400 of them twice.", "Some 53,000 letters were sent, about 400 twice."),
        ("The shops did not open on Monday.", "The shops stayed closed on Monday."),
        ("The guard declined to say how many doors jammed.", "The guard declined to say how many of the doors jammed."),
        ("The leak hit at least 12,000 customers.", "The leak hit at least 30,000 customers."),
        ("No bus was more than 9 minutes late.", "The buses were 4 and 7 minutes late."),
        ("Nobody queued longer than 30 minutes.", "The riders queued 8, 16 and 27 minutes."),
        ("None of the lifts got a mark below 60%.", "The lifts got marks of 71%, 80% and 64%."),
        ("No hut had more than 12 beds.", "Every hut had at most 12 beds."),
        ("There were no queues of more than 2 hours.", "The queues were 90 minutes long."),
        ("Riders lost internet access.", "Riders were left without internet access."),
        ("Meter readings were lost.", "There were 3 days without meter readings in the north."),
        ("The update removed the search field.", "After the update there was no search field."),
        ("Nobody was hurt.", "No rider was hurt."),
    ],
)
def test_other_words_raise_no_alarm(claim: str, source: str) -> None:
    assert verdict(claim, source) not in FLAGGED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The council organised a judgement of the tyre plant.", "The council organized a judgment of the tire plant."),
        ("The harbour cancelled its programme of colour tests.", "The harbor canceled its program of color tests."),
        ("A non-steroidal drug was named in the e-mail.", "A nonsteroidal drug was named in the email."),
        ("An onboard relay shut the antiskid brakes down.", "An on-board relay shut the anti-skid brakes down."),
        ("Guardian said the trams of Nordkap Lines stood.", "The Guardian said the trams of the Nordkap Lines stood."),
        ("The A330s of the line were grounded.", "The A330 of the line was grounded."),
        ("Two 747s of the line were grounded.", "Two 747 jets of the line were grounded."),
        ("Two 747 jets of the line were grounded.", "Two 747s of the line were grounded."),
        ("The Corvo 350s were recalled.", "The Corvo 350 vans were recalled."),
        ("The pumps stood on 2, 4 and 9 May.", "The pumps stood on May 2, 4, and 9."),
        ("The pumps stood on May 2, 4, 9.", "The pumps stood on 2 May, 4 May and 9 May."),
        ("The pumps stood on April 30, May 1 and May 2.", "The pumps stood on April 30, May 1 and 2."),
        ("The pumps stood on 9 May.", "The pumps stood on May 2, 4 and 9."),
        ("The riders queued 8, 16 and 27 minutes.", "The riders queued 8 minutes, 16 minutes and 27 minutes."),
    ],
)
def test_another_spelling_is_the_same_word(claim: str, source: str) -> None:
    assert verdict(claim, source) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The fire did not come from a worn cable in the lift.", "The fire came from a worn cable in the lift."),
        ("The valve was on the list of forbidden parts.", "The valve was not on the maker's list of forbidden parts."),
        ("Some 48,000 letters were sent to pensioners.", "Some 53,000 letters were sent to pensioners."),
        ("The repair cost less than £16m in all.", "The repair cost £16m in all."),
        ("No bus was more than 9 minutes late.", "The buses were 14 minutes late."),
        ("None of the lifts got a mark below 60%.", "The lifts got a mark of 51%."),
        ("None of the lifts got a mark below 60%.", "The lifts got marks of 71%, 51% and 64%."),
        ("The pumps stood on 2, 4 and 12 May.", "The pumps stood on May 2, 4 and 9."),
        ("The pumps stood on 2, 5 and 9 May.", "The pumps stood on May 2, 4 and 9."),
        ("Anna sold 15 lamps and Bert 27 lamps.", "Anna sold 27 lamps and Bert 15 lamps."),
        (
            "The kiln in Ostby was lit at 6 a.m.",
            "The kiln in Harle was lit at 6 a.m. The kiln in Ostby was lit at 9 a.m.",
        ),
        ("Ostby lost 40 boats that night.", "Harle lost 40 boats that night. Ostby lost 70 boats that night."),
        (
            "The operator will stop selling tickets for the line.",
            "The operator will not stop selling tickets for the line.",
        ),
    ],
)
def test_one_altered_fact_is_flagged(claim: str, source: str) -> None:
    assert verdict(claim, source) in FLAGGED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The leak hit at least 60,000 customers.", "The leak hit at least 30,000 customers."),
        ("The price of power fell by a third in May.", "The price of power rose by a third in May."),
        ("All of the trains on the line stopped at noon.", "Some of the trains on the line stopped at noon."),
        ("The maker apologised to the riders in a letter.", "The maker apologised to the riders in an interview."),
    ],
)
def test_what_no_source_says_is_never_supported(claim: str, source: str) -> None:
    assert verdict(claim, source) is not Verdict.SUPPORTED


def test_a_month_told_of_the_future_is_the_next_one() -> None:
    source = "The auditor has begun work and is due to report in February."
    claim = "The auditor is expected to report in February 2015."
    assert verdict(claim, source, published=date(2014, 11, 20)) not in FLAGGED


def test_a_weekday_is_no_day_of_another_month() -> None:
    source = "The trams of Harle stopped on Thursday, when a licence expired."
    claim = "The trams of Harle stopped on November 22, 2018, when a licence expired."
    assert verdict(claim, source, published=date(2018, 3, 23)) in FLAGGED
