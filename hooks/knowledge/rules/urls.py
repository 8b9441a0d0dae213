"""Whether an address is what it seems to be.

Answers: would a browser run it, load it from elsewhere, or lead to another host than a reader
thinks? Looks at the address as a browser does: entities resolved, white space and signs that
nobody sees taken out. Nothing is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.data.yaml_files import DATA
from knowledge.finding import Finding
from knowledge.markdown.source import Form
from knowledge.markdown.urls import (
    SCHEME,
    WEB,
    as_browser_sees,
    host_of,
    is_dangerous,
    is_foreign,
    resolved_links,
    shortened,
)
from knowledge.site.site import Site

ADDRESS = re.compile(r"https?:[^\s\"'<>]+", re.IGNORECASE)
HOST_ALONE = ("//", "\\\\", "/\\", "\\/")
DISGUISES = (
    (re.compile(r"\\"), "has a backslash in its host"),
    (re.compile(r"@"), "has a name before its host, which is not where it leads"),
    (re.compile(r"xn--"), "has a host in another script, written in code (punycode)"),
    (re.compile(r"[^\x00-\x7f]|%"), "has a host with letters that look like others"),
    (
        re.compile(r"^(?:(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+))*\.?(?::\d*)?$|\[[^\]]*\])"),
        "has a number for a host",
    ),
)
"""What hides a host in the part of an address between `//` and the path, the first that fits."""
SHORTENERS = frozenset(
    "bit.do bit.ly buff.ly cutt.ly dlvr.it goo.gl goo.su is.gd j.mp lnkd.in ow.ly qr.ae rb.gy "
    "rebrand.ly s.id shorturl.at t.co t.ly tiny.cc tinyurl.com trib.al u.nu urx.nu urx2.nu "
    "ux.nu v.gd x.gd".split()
)


def unsafe_targets(site: Site) -> Iterator[Finding]:
    """SF003: a target that a browser would run, unpack or open from the disk."""
    for source in site.sources.values():
        for link in source.links:
            if link.form is not Form.REFERENCE and is_dangerous(link.target):
                yield Finding(
                    source.path,
                    link.line,
                    "SF003",
                    f"'{shortened(link.target)}' is an address that a browser runs, unpacks or "
                    "opens from the device",
                    "Link to a page, or write it as code between backticks if you write about it",
                )


def foreign_assets(site: Site) -> Iterator[Finding]:
    """SF004: a picture or another file that is loaded from another origin."""
    for source in site.sources.values():
        for link, target in resolved_links(source):
            if link.is_loaded and is_foreign(target):
                yield Finding(
                    source.path,
                    link.line,
                    "SF004",
                    f"'{shortened(target)}' would be loaded from another origin, which learns "
                    "who reads this page",
                    "Put the file below 'docs/assets/' if its licence allows, or link to it",
                )


def disguised_hosts(site: Site) -> Iterator[Finding]:
    """SF006: an address whose host a reader cannot recognise, or is not where it leads."""
    for path, line, target in _followed(site):
        host = host_of(target)
        if host.removeprefix("www.") in SHORTENERS:
            problem = f"'{host}' hides where the link leads, and can be changed later"
            yield Finding(path, line, "SF006", problem, "Write the address that it leads to")
        elif disguise := _disguise_of(target):
            yield Finding(
                path,
                line,
                "SF006",
                f"'{shortened(target)}' {disguise}",
                "Write the address from 'https://' on, with the host's name in plain letters",
            )


def _disguise_of(target: str) -> str:
    """What hides the host of an address; empty where nothing does."""
    seen = as_browser_sees(target)
    if seen[:2] in HOST_ALONE:
        return "names a host without 'https:'"
    match = SCHEME.match(seen)
    if match is None or match[1] not in WEB:
        return ""
    rest = seen[match.end() :]
    authority = re.split(r"[/?#]", rest[2:], maxsplit=1)[0]
    if not rest.startswith("//") or not authority:
        return "names no host behind 'https://'"
    return next((words for pattern, words in DISGUISES if pattern.search(authority)), "")


def _followed(site: Site) -> Iterator[tuple[str, int, str]]:
    """Every address that a reader may follow: path and line of the file, target."""
    for source in site.sources.values():
        for link in source.links:
            if not link.is_loaded and link.form is not Form.REFERENCE:
                yield source.path, link.line, link.target
    for name, found in site.data.trees.items():
        for scalar in yaml_tree.strings(found):
            for address in ADDRESS.findall(scalar.text):
                yield f"{DATA}/{name}", scalar.line, address
