"""Check that URLs are safe and not disguised, and that external ones come from the data.

Answers: does a link run code, load from another origin, or hide its real host; and does a page for
readers have an external URL of its own instead of one of the data? URLs are normalised as a browser
does it: entities resolved, white space and invisible characters removed. No URL is requested.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from knowledge import yaml_tree
from knowledge.data.all_data import FILES, INTERFACE, PROSE
from knowledge.data.yaml_files import DATA
from knowledge.markdown.source import Form, Source
from knowledge.markdown.urls import (
    SCHEME,
    WEB,
    as_browser_sees,
    host_of,
    is_dangerous,
    is_foreign,
    is_outside,
    resolved_links,
    shortened,
)
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule, source_rule
from knowledge.site.hosts import MARKUP, TARGET, known_hosts, shown_accounts, shown_addresses
from knowledge.site.link_targets import PREVIEW, from_root, inside_site
from knowledge.site.mkdocs_yml import CONFIGURATION, shown_texts
from knowledge.site.site import Site

SHOWN_FILES = (*FILES.values(), INTERFACE)
"""Data files whose texts readers see; those of the others teach the search."""
ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")
ADDRESS = re.compile(r"https?:[^\s\"'<>]+", re.IGNORECASE)
URL_ONLY = re.compile(r"(?:https?://|mailto:)\S+$")
PROTOCOL_RELATIVE = ("//", "\\\\", "/\\", "\\/")
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
"""Patterns of a disguised host in a URL's authority (between `//` and the path), with the fact to
report; the first match counts."""
PORT = re.compile(r"https?://[^/?#]*:\d", re.IGNORECASE)
PLAIN_IN_CODE = re.compile(r"%(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])")
"""Letters, digits, `-`, `.`, `_` and `~` in percent encoding, which they never need (RFC 3986)."""
SHORTENERS = frozenset(
    "bit.do bit.ly buff.ly cutt.ly dlvr.it goo.gl goo.su is.gd j.mp lnkd.in ow.ly qr.ae rb.gy "
    "rebrand.ly s.id shorturl.at t.co t.ly tiny.cc tinyurl.com trib.al u.nu urx.nu urx2.nu "
    "ux.nu v.gd x.gd".split()
)


@source_rule("SF003", "unsafe-target", stops_build=True)
def unsafe_targets(source: Source, _: Site) -> Faults:
    """A link target that a browser would run, unpack or open from the disk."""
    for link in source.links:
        if link.form is not Form.REFERENCE and is_dangerous(link.target):
            fact = (
                f"'{shortened(link.target)}' is an address that a browser runs, unpacks or opens "
                "from the device"
            )
            remedy = "Link to a page, or write it as code between backticks if you write about it"
            yield link.line, fact, remedy


@source_rule("SF004", "foreign-asset", stops_build=True)
def foreign_assets(source: Source, _: Site) -> Faults:
    """A picture or another file that is loaded from another origin."""
    for link, target in resolved_links(source):
        if link.is_loaded and is_foreign(target):
            fact = (
                f"'{shortened(target)}' would be loaded from another origin, which learns who "
                "reads this page"
            )
            remedy = "Put the file below 'docs/assets/' if its licence allows, or link to it"
            yield link.line, fact, remedy


@site_rule("SF006", "disguised-host", stops_build=True)
def disguised_hosts(site: Site) -> PlacedFaults:
    """A URL whose real host a reader cannot recognise."""
    for path, line, target in _reachable_urls(site):
        host = host_of(target)
        if host.removeprefix("www.") in SHORTENERS:
            fact = f"'{host}' hides where the link leads, and can be changed later"
            yield path, line, fact, "Write the address that it leads to"
        elif disguise := _disguise_of(target):
            remedy = "Write the address from 'https://' on, with the host's name in plain letters"
            yield path, line, f"'{shortened(target)}' {disguise}", remedy
        elif path.startswith(f"{DATA}/") and PORT.match(target):
            fact = f"'{shortened(target)}' names a port, behind which anybody may answer"
            yield path, line, fact, "Write the address without it"


@site_rule("SF019", "outside-address", stops_build=True)
def outside_addresses(site: Site) -> PlacedFaults:
    """A page for readers with an external URL of its own instead of one of the data."""
    urls = {source.url.rstrip("/"): source.id for source in site.data.sources.values()}
    hosts = known_hosts(site.data)
    # Without one of these files, which stops the build, hosts that it allows are not known.
    are_known = {FILES["source"], FILES["contact"], PROSE} <= site.data.trees.keys()
    for source in site.pages_for_readers():
        yield from placed(source.path, _linked_addresses(source, site, urls))
        if are_known:
            yield from placed(source.path, _shown_addresses(source, site, urls, hosts))
            yield from placed(source.path, _accounts_on_page(source, hosts))
    shown = [(scalar.line, scalar.text) for scalar in shown_texts(site.configuration)]
    for line, _, address in _addresses(shown, hosts):
        fact = f"a name or a label holds '{shortened(address)}'"
        yield CONFIGURATION, line, fact, "Write it in words: readers may type it"
    for name, found in site.data.trees.items():
        # A text that is one URL is the value of a URL field, which the schema checks, if it is not
        # the words of a language.
        texts = [
            (scalar.line, scalar.text)
            for key, scalar in yaml_tree.fields(found)
            if key in site.languages.codes or not URL_ONLY.match(scalar.text)
        ]
        for line, _, address in _addresses(texts, hosts):
            fact = f"the words hold '{shortened(address)}', which readers may type"
            remedy = "Name who it is; addresses stand in fields of their own"
            yield f"{DATA}/{name}", line, fact, remedy
        if name in SHOWN_FILES:
            yield from placed(f"{DATA}/{name}", _accounts(texts, hosts))


def _accounts_on_page(source: Source, hosts: frozenset[str]) -> Faults:
    """Words in the text of a page that look like accounts, without ids and targets of links."""
    body = ATTRIBUTES.sub("", TARGET.sub("](", source.body))
    return _accounts(list(enumerate(body.split("\n"), start=source.front_matter_end + 1)), hosts)


def _accounts(texts: Sequence[tuple[int, str]], hosts: frozenset[str]) -> Faults:
    if not shown_accounts("\n".join(text for _, text in texts), hosts):
        return  # as nearly always, and quicker than line by line
    for line, text in texts:
        for account in shown_accounts(text, hosts):
            fact = f"the words hold '{account}', which looks like an account or an app"
            remedy = "Put a space before the figures of a product; an account is named by who it is"
            yield line, fact, f"{remedy}, or listed under 'hosts' in prose.yml"


def _reachable_urls(site: Site) -> Iterator[tuple[str, int, str]]:
    """Every URL that a reader may follow: path of the file, 1-based line, URL."""
    for source in site.sources.values():
        for link in source.links:
            is_loaded = link.is_loaded or link.form is Form.REFERENCE
            if not is_loaded and not PREVIEW.match(link.target):
                yield source.path, link.line, link.target
    # Every page has the copyright at its foot.
    trees = {CONFIGURATION: yaml_tree.value_of(site.configuration, "copyright")}
    trees |= {f"{DATA}/{name}": found for name, found in site.data.trees.items()}
    for path, tree in trees.items():
        for scalar in yaml_tree.strings(tree):
            for address in ADDRESS.findall(scalar.text):
                yield path, scalar.line, address


def _disguise_of(target: str) -> str:
    """How a URL hides its host, as the end of a fact; empty if it does not."""
    seen = as_browser_sees(target)
    if seen[:2] in PROTOCOL_RELATIVE:
        return "names a host without 'https:'"
    match = SCHEME.match(seen)
    if match is None or match[1] not in WEB:
        return ""
    rest = seen[match.end() :]
    authority = re.split(r"[/?#]", rest[2:], maxsplit=1)[0]
    if not rest.startswith("//") or not authority:
        return "names no host behind 'https://'"
    if found := next((words for pattern, words in DISGUISES if pattern.search(authority)), ""):
        return found
    return "writes plain letters in code" if PLAIN_IN_CODE.search(rest) else ""


def _linked_addresses(source: Source, site: Site, urls: Mapping[str, str]) -> Faults:
    """Links with an external URL that is not from the data; links.py reports the site's own."""
    for link in source.links:
        is_ours = link.is_loaded or link.form is Form.REFERENCE or not is_outside(link.target)
        if is_ours or is_dangerous(link.target) or inside_site(site, link.target):
            continue
        known = urls.get(link.target.rstrip("/"))
        fact = (
            f"'{shortened(link.target)}' is an address of this page alone; those that readers open "
            "stand in the data"
        )
        remedy = f"Add it to {DATA}/sources.yml and link to it: '[...](source:...)'"
        yield link.line, fact, f"Write '[...](source:{known})'" if known else remedy


def _shown_addresses(
    source: Source, site: Site, urls: Mapping[str, str], hosts: frozenset[str]
) -> Faults:
    """URLs, mail addresses, account names and hosts in the text, which a reader might type."""
    if source.excess:
        return
    in_links = {link.line for link in source.links if is_outside(link.target)}
    text = MARKUP.sub("", TARGET.sub("](", source.content.decode("utf-8", errors="replace")))
    lines = list(enumerate(text.split("\n"), start=1))
    for number, line, shown in _addresses(lines, hosts):
        if number in in_links:
            continue
        known = urls.get(shown.rstrip("/"))
        fact = f"the page shows '{shortened(shown)}', which readers may type"
        remedy = f"Name who it is, or add it to {DATA}/sources.yml or to 'hosts' in prose.yml"
        if re.search(rf"(?i:{re.escape(shown.rpartition('.')[0])})\.[A-Z][a-z]", line):
            remedy = (
                f"Where a sentence ends, put a space behind the full stop. If not, n{remedy[1:]}"
            )
        if path := inside_site(site, shown):
            fact = f"the page shows '{shortened(shown)}', an address of this site itself"
            page = from_root(site, source, path)
            known, remedy = None, f"Link to the page: '[...]({page or 'page.md'})'"
        yield number, fact, f"Write '[...](source:{known})'" if known else remedy


def _addresses(
    texts: Sequence[tuple[int, str]], hosts: frozenset[str]
) -> Iterator[tuple[int, str, str]]:
    """Each text with an address that readers may type: its line, the text, and its first address.

    A bisection: searching all texts joined at once is faster than one by one, because most files
    have no address. Adjacent texts stay joined if only both together have one.
    """
    joined = "\n".join(text for _, text in texts)
    if first := next(iter(shown_addresses(joined, hosts)), ""):
        middle = len(texts) // 2
        halves = (texts[:middle], texts[middle:]) if middle else ()
        found = [each for half in halves for each in _addresses(half, hosts)]
        yield from found or [(texts[0][0], joined, first)]
