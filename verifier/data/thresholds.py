"""Hold every number of the engine that somebody chose: shares, distances, limits and weights.

Facts of the world (days in a week, scales of units), lengths that a word list gives and sizes of caches stand where
they are used. Distances and lengths are in words where nothing else is said; shares, grades and sureness run from 0
to 1.
"""

from __future__ import annotations

from collections.abc import Mapping

# facts.assertion.doubt: how far what a cue of doubt governs is looked for
HEDGE_FAR = 8  # the `to` or `of` behind a cue, and what follows an `of`
HEDGE_NEAR = 4  # the `that` behind a cue, and the verb behind a modal
HEDGE_SOON = 3  # the -ing form behind a cue, and a denial beside it
HEDGE_REACH = 16  # all that a clause or an infinitive takes along
HEDGE_INSIDE = 6  # what a hedge governs in its own phrase

# facts.assertion.polarity
DENIAL_REACH = 7  # how far a denial reaches
DENIAL_THAT_WITHIN = 3  # where the `that` of what it denies must stand

# facts.assertion.quantifier: shares of a whole
NEARLY_ALL_FROM = 0.8  # "nearly all"
MOST_OVER = 0.5  # "most", and "except": all but those excepted
MANY_OVER = 0.35  # "many"; "few" are fewer
QUANTIFIER_REACH = 8  # before "any" and before a bound a negation may reach it, behind "all" stands its exception

# facts.clause
CLAUSE_REACH = 30  # how far from its verb a subject, object or doer is looked for
CLAUSE_NEAR = 8  # how far auxiliaries, adverbs and `who` or `that` may stand from it
CLAUSE_DEPTH = 3  # how many verbs that lead in another are followed to a subject
NOUN_PHRASE_LONGEST = 14  # words of a noun phrase
INITIAL_LONGEST = 3  # letters before a full stop that ends no phrase: "J. Lee"

# facts.date
DATE_UNLIKE = 0.5  # how alike dates are, one of which is counted from the day of writing, or coarser
FIGURE_YEAR_PIVOT = 70  # from here on 3/14/70 is of the last century
SHORT_YEAR_PIVOT = 40  # from here on '40 is
YEARLESS_NEARER = 4  # how many times nearer than the last a date without a year must be to be the next one
YEARLESS_APART_FROM = 183  # days from which two dates, one without a year, may be of two years
PERIOD_PARTS: Mapping[str, tuple[float, float]] = {"early": (0.0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1.0)}
"""The part of a month, a season or a year that is called so, by where it begins and ends in it."""
MONTH_PARTS: Mapping[str, range] = {"early": range(1, 13), "mid": range(9, 23), "late": range(19, 32)}
"""The days of a month that may be called so; the parts overlap, as people use them."""
TENSE_REACH = 8  # how far before a date "will" tells that it lies ahead
TENSE_NEAR = 4  # how far before it a verb in the past tells that it lies behind
DATES_LISTED = 5  # so many days and months in figures may be listed: on 1/20, 1/22 or 1/25
DATE_ALONE_WITH = 2  # words beside which a date is no statement
ABOUT_MINUTES = 15  # how far "about" reaches from a time of day
SAME_WEEKDAY_WITHIN = 14  # days between two days of one weekday that may still be meant by it
NUMBERED_DAY_WITHIN = 400  # how many days off "Friday the 26th" is looked for at most
AGO_MOST = 400  # how many days, weeks or years "ago" are counted back at most

# facts.number
GENERATION_MOST = 8  # up to here a capital K behind a figure names a resolution or model (4K), above it thousands
RANK_FIGURES = 3  # figures that a "No." has at most where it ranks
PLAIN_ORDINAL = 10  # up to here an ordinal in words is one only where it places something
COUNTED_NOUN_LONGEST = 6  # words of the noun that a number counts
DOZEN_STEP = 4  # how exact a dozen is: "about a dozen" may be ten

# facts.people
HEADLINE_SHARE = 0.8  # words in capitals that make a headline of a sentence
HEADLINE_OVER = 3  # words that a headline has more of
TITLE_REACH = 7  # how far from a name its title is looked for
TITLE_LONGEST = 4  # words of a title before a name

# facts.quantity
AGE_OLDEST = 120  # years
JOINED_MOST = 3  # words between two numbers that make one value: 48 out of the 400
OWNED_MOST = 6  # where these say whose the second are: 48 of the old clinic's 400
CHANCE_MOST = 9  # so many in a number are a chance
CHANCE_STEP = 5.0  # percent to which a chance or a fraction is exact at worst
SCORE_MOST = 300  # points of a score
SAME_WITHIN = 0.05  # by what share the same measure in brackets may differ: 1.8m (5.9ft)
SOFT_SHARE = 0.10  # by what share a softened figure, or one in another unit, may lie off
SOFTEST = 0.25  # and at most, where it is very round
NEARLY = 0.20  # how far below a figure what is nearly as much may lie
FINE_SHARE = 0.05  # by what share a plain figure may be rounded
ROUNDED_STEP = 100  # whole figures are taken as rounded to such a step; from it on, decimals may be cut off
ROUNDED_FROM = 1000  # from this size on
VAGUE_OVER = 1.25  # by what factor a figure may exceed a vague number said of it: "hundreds" of 1,200
RATE_WITHIN = 0.05  # by what share rates over two periods may differ
WIDEST = 10  # by what factor the ends of a range of tens or more differ at most: no range is "up 75 to 2,669"
BOUND_BEYOND = 1.5  # by what factor a figure may lie beyond a bound and still be near: 2.4 of more than 2 million
BOUND_REACH = 10.0  # how far a bound may lie from its value: "at least 3 million" is no fair bound of 3 billion

# evidence.passages
TOLD_WITHIN = 2  # how many sentences a date may stand before "two days later"

# evidence.grid
GRADES: Mapping[str, float] = {"=": 0.9, "~": 0.6}
"""How nearly a word stands for another: of the same concept, near in meaning; the word itself has 1."""
SURE_MATCH = 0.9  # the grade from which a word counts as the word itself
BESIDE_SHARE = 0.8  # how far a word of a neighbouring sentence counts for the sentence itself
SLIGHT_WEIGHT = 0.5  # what a word that tells little counts of its weight

# evidence.ranking
RANKED_FIRST = 24  # passages whose wording is compared
RANKED_MOST = 12  # passages that are kept
EVIDENCE_MOST = 3  # passages shown as evidence
EVIDENCE_GAIN = 0.05  # share of the claim that a further one must add
MISATTRIBUTED_FROM = 0.25  # probability from which a sentence of another source shows that this one states a claim
EVIDENCE_EQUAL = 0.5  # share of the best one's probability from which another is its equal

# evidence.conflicts
CONFLICT_FIGURES_MOST = 400  # figures compared with each other
CONFLICT_WINDOW = 6  # content words nearest to a figure that are compared
CONFLICT_SHARED_SHARE = 0.4  # share of them that both must have

# compare.case: the slot of a part of a claim
SLOT_WORDS = 6  # content words around it that make it up
SLOT_CLOSE = 5  # distance up to which one of them stands close by
SLOT_FADES_OVER = 12  # over so many words more it comes to count nothing
SLOT_COMMA_ADDS = 4  # how much further off a word beyond a comma is taken to be
SLOT_DECAY = 0.5  # how fast those further off in the claim lose weight
SLOT_LEAST_WEIGHT = 0.5  # the least weight that a word has
SLOT_LOCAL_SHARE = 0.7  # how much their nearness counts; the rest is that they are there at all

# compare.excuses
VALUES_MANY = 12  # values of a type above which a passage may mean any
VAGUE_UNDER = 100  # vague counts below it are excused
FEW_IN_WORDS = 2  # and plain ones in words up to it
EXCUSE_WITHIN = 4  # how near "should" stands before a word, and "until" behind a denial

# compare.filler
FILLER_PASSAGES = 6  # passages that are looked at
NAME_SPELT_OVER = 5  # letters from which names one letter apart are two spellings of one

# compare.link
LINK_PASSAGES = 10  # passages that are looked at
LINK_HELD_FROM = 0.3  # share of the lesser side of a cause from which a passage makes it

# compare.pairing
PAIRED_MOST = 40  # passages in which a counterpart is looked for
PAIRED_SHARE = 0.12  # share of the claim that they must have
PAIRS_MOST = 4  # pairs that are measured in full
ANCHOR_CLOSE = 3  # how close beside a counterpart the claim's next word must stand
ANCHOR_SHARE = 0.4  # how much of the sureness of a pair hangs on it
UNKNOWN = 0.5  # how far two subjects, or the verbs of two values, are one where one is not known
DENIED_BY = 2  # how near behind its denial a word stands that is no verb

# compare.stance
SURE_LEVELS: Mapping[str, float] = {
    "asserted": 1.0,
    "reported": 0.8,
    "likely": 0.5,
    "possible": 0.3,
    "planned": 0.3,
    "tested": 0.3,
    "hypothetical": 0.2,
    "open": 0.1,
}
"""How sure a text is of what it tells."""
STANCE_PASSAGES = 8  # passages that are looked at
LIKEST_TOLD = 0.55  # share of a claim that the likest passage must tell
LIKEST_NEAR = 0.7  # share of its score that others must come to
LEFT_OPEN_BY = 0.3  # how much less sure they must be of a word
LEFT_OPEN_SHARE = 0.4  # and of what share of the claim
SUBJECT_WITHIN = 6  # how far before a verb its subject is looked for where no phrase is found
REPEATED_FROM = 0.95  # share of its words in order from which a claim repeats a passage: its own denial alone matters
CUE_TELLS_ALIKE = 0.5  # how alike two sides are where the cue says more than a denial: lack of, instead of

# compare.value
VALUES_MOST = 150  # values of a sentence that are compared
OR_WITHIN = 8  # characters between two values of which one holds: "2012 or in 2013"
OR_AMONG = 3  # values that stand so near on either side of one
NOUN_UNSTATED = 0.5  # how far two values are of one thing where a side names none, or the heads differ
HELD_ALIKE = 0.3  # how alike values that can both hold are at least

# decide.features
HEDGED_UP_TO = 0.5  # sureness up to which a word is left open
UNCITED_UNKNOWN = 0.4  # share of claims that do not cite where others do, assumed where none does
ABSENT_WORDS = 5  # missing words that count as one
DISPLACED_WORDS = 10  # names and figures told elsewhere that count as one
HALF_LINKED_UNDER = 0.5  # share of the lesser side of a cause below which it is half made

# decide.verdict, decide.disputes, decide.case
HELD_SLOT_FROM = 0.5  # how surely what holds must stand in the slot to dispute a clash
UNSTATED_SUPPORT_SHARE = 0.1  # of what else would be the support of a claim that nothing states
TITLE_DOUBT_SHARE = 0.5  # of the probability from which a clash is doubted elsewhere: readers see the title first
DISPUTE_SURE = 0.5  # sureness of a clash between figures of which one bears the claim out
REPEATED_SURE_FROM = 0.8  # sureness from which a passage repeats a word of the claim: somebody's word, no suspicion

# decide.judge, decide.findings: what is shown
CONTEXT_MOST = 2  # passages shown where none states the claim
CONTEXT_SCORE = 0.015  # probability of being evidence that they must have
LACKING_TOLD = 3  # parts and words that no source has, as marked and told
CORRECTION_SURE = 0.95  # sureness of a clash from which the source's value is suggested

# decide.reasons, what is told
GROUNDS_TOLD = 2  # reasons told of a doubt
QUOTED_NEAR = 4  # words between those that differ and the telling one that is quoted with them
ABSENT_UNDER = 0.5  # best grade of a word that is told as missing
