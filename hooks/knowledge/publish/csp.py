"""The Content-Security-Policy of every page, and the security headers of a host.

Answers: what may a page load and run, and which response headers does a host send? The policy is a
meta tag in every page, so that it also applies over file://. A host that reads a `_headers` file
sends it as a header too, with the directives and headers that a meta tag cannot set.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge.site.published_names import INDEX, STYLES

CHARSET = '<meta charset="utf-8">'
"""First element in the head of every page; the policy follows it, before any script or link."""
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
NOT_RUN = re.compile(r"""\bsrc=|\btype=["']?application/(?:ld\+)?json["'\s]?""")
"""Attributes of script elements that run no inline script: external scripts, and JSON data."""
SOURCES = {
    "default-src": "'none'",
    "style-src": "'self'",
    # Material's stylesheet embeds its icons as data: URLs.
    "img-src": "'self' data:",
    "connect-src": "'self'",
    # Over file:// a worker can only be started from a blob of its source.
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""All directives of the policy but script-src. W3C, Content Security Policy Level 3."""
HEADER_ONLY = "frame-ancestors 'none'"
"""Directive that browsers ignore in a meta tag."""
REFERRER = "no-referrer"
SECURITY_HEADERS = (
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
"""The security headers beside the policy: name and value."""
IMMUTABLE = "public, max-age=31536000, immutable"
HASHED_FILES = (f"/{STYLES}*", f"/{INDEX}*")
"""Path patterns of the folders in which every file name holds a content hash. Hosts merge the
headers of all matching patterns and differ in what `*` matches, so nothing finer is portable. All
other files keep the host's default: every host that reads `_headers` has them revalidated."""


def inline_scripts(html: str) -> list[str]:
    """The inline scripts of a page, in document order.

    A regular expression is enough: the build writes no `<script` into a comment or an attribute.
    """
    found = SCRIPT.findall(html)
    return [text for attributes, text in found if not NOT_RUN.search(attributes)]


def policy_of(scripts: Iterable[str]) -> str:
    """The policy that allows these inline scripts by hash, and otherwise only the site's files."""
    hashes = sorted({_hash(script) for script in scripts})
    allowed = {"script-src": " ".join(["'self'", *hashes])}
    return "; ".join(f"{name} {value}" for name, value in (SOURCES | allowed).items())


def with_policy(html: str) -> str:
    """Insert the meta tags of the policy and of `no-referrer` into a page's HTML.

    Raises:
        ValueError: CHARSET is missing, or a script or link element precedes it.
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
    """The content of the `_headers` file, response headers by path, for all inline scripts."""
    policy = f"{policy_of(scripts)}; {HEADER_ONLY}"
    lines = ["/*", f"  Content-Security-Policy: {policy}"]
    lines += [f"  {name}: {value}" for name, value in SECURITY_HEADERS]
    for pattern in HASHED_FILES:
        lines += [pattern, f"  Cache-Control: {IMMUTABLE}"]
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=64)
def _hash(script: str) -> str:
    found = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(found).decode()}'"
