import pytest

from verifier.claims.roles import FieldRole, options, role_of


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Preventions", FieldRole.ADVICE),
        (" fixes ", FieldRole.ADVICE),
        ("References", FieldRole.REFERENCE),
        ("Phase Rationale", FieldRole.RATIONALE),
        ("Phase (Design/Operation)", FieldRole.RATIONALE),
        ("Phase Option", FieldRole.CHOICE),
        ("Published", FieldRole.META),
        ("Title", FieldRole.TITLE),
        ("Action Items", FieldRole.PLAN),
        ("What we’re doing about it", FieldRole.PLAN),
        ("Action items (2)", FieldRole.PLAN),
        ("Postmortem > Action items > Backend", FieldRole.PLAN),
        ("Remediation", FieldRole.PLAN),
        ("Lessons learned", FieldRole.GUIDE),
        ("Impacts", FieldRole.FACTS),
        ("Root cause", FieldRole.FACTS),
        ("", FieldRole.FACTS),
    ],
)
def test_a_name_tells_what_a_field_holds(name: str, role: FieldRole) -> None:
    assert role_of(name) is role


def test_classes_are_lower_case_words() -> None:
    assert "within_system" in options()
    assert all(option == option.lower() and " " not in option for option in options())
