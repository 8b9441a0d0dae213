"""Check that no URL of the data imitates the host of another one.

Answers: does a host in the data, compared with those there and in the merge base, look like one of
them, or does a URL hold the name of one without leading there? Known hosts are the yardstick: no
list of top-level domains or of bad hosts is needed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from knowledge import yaml_tree
from knowledge.data.all_data import FILES
from knowledge.data.yaml_files import DATA
from knowledge.markdown.urls import as_browser_sees, host_of
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.site import Site

URL = re.compile(r"https?:", re.IGNORECASE)
WWW = "www."
NO_LETTER = re.compile("[.-]")
NAME_PART = re.compile("[a-z0-9]+")
MAX_SUFFIX_LABEL = 3
"""Most letters of a label behind a name: `co.jp` and `com`, but not `kyoto.jp`."""
MAX_SUFFIX_LABELS = 2
MIN_LABELS = 2
"""Least parts of a name: one part alone is a word."""
MIN_SLIP = 10
"""Least letters of a host of which one more, less or other is a slip: `ipa` is not `npa`."""


@site_rule("SF023", "look-alike-host")
def look_alike_hosts(site: Site) -> PlacedFaults:
    """A host in the data that looks like another one, or a URL that holds another's name."""
    urls = list(_urls(site))
    counts = Counter(_host(url) for _, _, url in urls)
    before = {host for host in _hosts_before(site) if host not in counts}
    usual = [*sorted(before), *sorted(counts, key=lambda host: (-counts[host], host))]
    allowed = {*site.data.prose.hosts}
    for number, host in enumerate(usual):
        if host in allowed or host in before:
            continue
        other = next((known for known in usual[:number] if _are_alike(host, known)), "")
        if other:
            remedy = "Write the one that is right, or list this one under 'hosts' in prose.yml"
            for path, line, url in urls:
                if _host(url) == host:
                    yield path, line, f"'{host}' looks like '{other}'", remedy
            allowed.add(host)  # one fault is enough
    # Of two hosts with the same parts, the usual one is the name.
    names = {tuple(NAME_PART.findall(host)): host for host in reversed(usual)}
    for path, line, url in urls:
        if _host(url) not in allowed and (named := _named_host(url, path, names)):
            fact = f"the address holds the name '{named}' and leads to '{_host(url)}'"
            yield path, line, fact, f"Write the address at '{named}', or name who it is"


def _urls(site: Site) -> Iterator[tuple[str, int, str]]:
    """The values of the data that are URLs: path of the file, 1-based line, URL."""
    for name, tree in site.data.trees.items():
        for _, scalar in yaml_tree.fields(tree):
            if URL.match(scalar.text) and host_of(scalar.text):
                yield f"{DATA}/{name}", scalar.line, scalar.text


def _hosts_before(site: Site) -> Iterator[str]:
    """The hosts in the files of data that differ from the merge base, as they were there."""
    for name in site.data.trees:
        for scalar in yaml_tree.strings(site.data_at_merge_base(f"{DATA}/{name}")):
            if URL.match(scalar.text) and host_of(scalar.text):
                yield _host(scalar.text)


def _host(url: str) -> str:
    return host_of(url).removeprefix(WWW)


def _are_alike(host: str, known: str) -> bool:
    """Whether two hosts differ in what a reader overlooks: dots, hyphens, one letter, the end."""
    letters, others = NO_LETTER.sub("", host), NO_LETTER.sub("", known)
    if letters == others or (len(others) >= MIN_SLIP and _is_slip(letters, others)):
        return True
    (name, *suffix), (other, *other_suffix) = host.split("."), known.split(".")
    is_name = len(name) > MAX_SUFFIX_LABEL and _is_plain(suffix) and _is_plain(other_suffix)
    return is_name and name == other


def _is_plain(suffix: list[str]) -> bool:
    """Whether the labels behind a name are as short and few as those of a top-level domain."""
    is_short = all(len(label) <= MAX_SUFFIX_LABEL for label in suffix)
    return is_short and len(suffix) <= MAX_SUFFIX_LABELS


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two exchanged, make one text the other."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return abs(len(one) - len(other)) == 1
    a, b = one[start:], other[start:]
    is_exchanged = a[:2] == b[1::-1] and a[2:] == b[2:]
    return is_exchanged or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _named_host(url: str, path: str, names: Mapping[tuple[str, ...], str]) -> str:
    """The known host whose name a URL holds without leading there; empty if there is none.

    Only the host counts in sources, which may be a copy that an archive keeps of a page.
    """
    own = _host(url)
    is_page = path.endswith(f"/{FILES['contact']}")
    words = NAME_PART.findall(as_browser_sees(url) if is_page else own)
    for start in range(len(words)):
        for end in range(start + MIN_LABELS, len(words) + 1):
            named = names.get(tuple(words[start:end]), own)
            if not (named == own or own.endswith(f".{named}") or named.endswith(f".{own}")):
                return named
    return ""
