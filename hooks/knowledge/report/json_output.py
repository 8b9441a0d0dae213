"""All findings of a check as JSON, for editors and other tools.

Answers: what does a tool need of a finding besides its line: severity, titles, and which other
finding explains it?
"""

import json
from collections.abc import Sequence

from knowledge.finding import Finding
from knowledge.report.causes import by_cause
from knowledge.report.explanations import sentence_of, title_of
from knowledge.rules.registry import NOTICES, RULES
from knowledge.site.site import Site

SLUGS = {rule.code: rule.slug for rule in RULES}


def as_json(site: Site, findings: Sequence[Finding]) -> str:
    """One object: `findings`, sorted as in the terminal, and the counts `errors` and `notices`.

    `follows_from` is the index of the finding that explains it, or null.
    """
    places = {finding: index for index, finding in enumerate(findings)}
    causes = {
        following: places[cause.finding]
        for cause in by_cause(findings)
        for following in cause.follows
    }
    notices = sum(finding.code in NOTICES for finding in findings)
    value = {
        "findings": [
            _finding(site, each) | {"follows_from": causes.get(each)} for each in findings
        ],
        "errors": len(findings) - notices,
        "notices": notices,
    }
    return json.dumps(value, ensure_ascii=False, indent=1)


def _finding(site: Site, finding: Finding) -> dict[str, object]:
    languages = site.languages.complete
    return {
        "path": finding.path,
        "line": finding.line,
        "code": finding.code,
        "slug": SLUGS[finding.code],
        "severity": "notice" if finding.code in NOTICES else "error",
        "problem": finding.problem,
        "fix": finding.fix,
        "titles": {code: title_of(site, finding.code, code) for code in languages},
        "sentences": {
            code: sentence
            for code in languages
            if (sentence := sentence_of(site, finding.code, code))
        },
    }
