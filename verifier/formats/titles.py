"""Name the parts of a report, alike in every format."""

from __future__ import annotations

BLIND = "What the check could not see"
PROBLEMS = "Problems, most serious first"
FIRST = "Read these first: the claims most in doubt"
DISPUTED = "Disputed among the sources: do not correct to one side"
REST = "The rest of what is not stated, or only in part"
HELD = "No difference found"
NOT_CHECKED = "Not checked"
WAIVED = "Waived"
DOUBTED = "doubted, see above"
LEGEND = "How sure a flag is"
