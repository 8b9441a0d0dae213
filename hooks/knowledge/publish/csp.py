"""What a browser may do with our pages: load and run what is ours, and hand nothing on.

Answers: which Content-Security-Policy holds on a page, and which headers does a host send? The
policy stands in every page, so that it holds from disk too; a host that reads a `_headers` file
sends it as well, with what a page cannot say of itself.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge.site.published_names import STYLES

"""From the site's root: the file that some hosts read."""
CHARSET = '<meta charset="utf-8">'
"""What every page begins with; the policy has to stand before anything that it restricts."""
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
NOT_RUN = re.compile(r"""\bsrc=|\btype=["']?application/(?:ld\+)?json["'\s]?""")
"""Attributes of script elements that have their script elsewhere, or hold data and never run."""
SOURCES = {
    "default-src": "'none'",
    "style-src": "'self'",
    # Material's styles carry their icons with them.
    "img-src": "'self' data:",
    "connect-src": "'self'",
    # From disk a worker can be started from its source alone.
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What may come from where, beside scripts. W3C, Content Security Policy Level 3."""
ONLY_AS_HEADER = "frame-ancestors 'none'"
"""Browsers do not take this from a page."""
REFERRER = "no-referrer"
SENT = (
    ("Referrer-Policy", REFERRER),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "browsing-topics=(), camera=(), display-capture=(), geolocation=(), interest-cohort=(), "
        "microphone=(), payment=(), usb=()",
    ),
    ("Strict-Transport-Security", "max-age=31536000"),
)
"""The other security headers."""
LASTING = "public, max-age=31536000, immutable"
NAMED_BY_CONTENT = f"/{STYLES}*"
"""The one folder in which every name holds a hash. Hosts join what several rules say of one header,
and differ in what `*` fits, so that nothing finer is portable; the rest is left to the host, which
asks anew each time on all hosts that read this file."""


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in a page itself, in their order.

    Every page is written by the build, which puts no `<script` into a comment or an attribute.
    """
    found = SCRIPT.findall(html)
    return [text for attributes, text in found if not NOT_RUN.search(attributes)]


def policy_of(scripts: Iterable[str]) -> str:
    """The policy that lets these inline scripts run, and otherwise the site's own files only."""
    hashes = sorted({_hash(script) for script in scripts})
    allowed = {"script-src": " ".join(["'self'", *hashes])}
    return "; ".join(f"{name} {value}" for name, value in (SOURCES | allowed).items())


def with_policy(html: str) -> str:
    """A page that says its policy and that it hands no referrer on.

    Raises:
        ValueError: the page does not begin as ours do, so that the policy has no safe place.
    """
    before, charset, after = html.partition(CHARSET)
    if not charset or "<script" in before or "<link" in before:
        raise ValueError(
            f"this page loads or runs something before '{CHARSET}', where its policy goes. "
            "Put that first in its template"
        )
    policy = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy_of(inline_scripts(html))}">'
    )
    return f'{before}{charset}{policy}<meta name="referrer" content="{REFERRER}">{after}'


def headers_file(scripts: Iterable[str]) -> str:
    """What a host that reads `_headers` sends with every file.

    Args:
        scripts: the inline scripts of all pages.
    """
    policy = f"{policy_of(scripts)}; {ONLY_AS_HEADER}"
    lines = ["/*", f"  Content-Security-Policy: {policy}"]
    lines += [f"  {name}: {value}" for name, value in SENT]
    lines += [NAMED_BY_CONTENT, f"  Cache-Control: {LASTING}"]
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=64)
def _hash(script: str) -> str:
    found = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(found).decode()}'"
