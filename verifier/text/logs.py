"""Tell lines that a machine wrote: logs and stack traces."""

from __future__ import annotations

import re

LOG = "log line"
_LEVEL = r"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRIT(?:ICAL)?|SEVERE)"
_LINE = re.compile(
    r"[\[(<]?(?:\d{4}[-/]\d\d[-/]\d\d|\d\d[-/]\d\d[-/]\d{2,4}|\d\d:\d\d:\d\d)\S{0,40}(?: \S{1,40}){0,3}? "
    rf"[\[(<]?{_LEVEL}\b"
    rf"|[\[(<]?{_LEVEL}[\])>]?[:\s]\s{{0,9}}[\[(<]?(?:\d{{4}}-\d\d-\d\d|\d\d:\d\d:\d\d|[\w$]{{1,40}}\.[\w.$]{{1,80}}[:\s])"
    r"|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S{1,80} \S{1,80}(?:\[\d{1,9}\])?: "
    r"|(?:trace|debug|info|notice|warning|warn|error|fatal|panic)(?:\[[\w:]{1,20}\])?: (?=[^\n]{1,400}[^\s.!?]\s{0,9}$)"
    r"|at [\w.$<>]{3,200}\([\w.$: -]{0,200}\)\s{0,9}$"
    r"|Traceback \(most recent call last\):|File \"[^\"\n]{1,300}\", line \d{1,9}\b"
)


def is_log(line: str) -> bool:
    """Tell whether a line is one of a log or a stack trace."""
    return _LINE.match(line.lstrip()) is not None
