"""The data of this site: valid, used, and readable by the checks."""

import re
from urllib.parse import urlsplit

import pytest

from knowledge.publish.page_check import allowed_by
from knowledge.site.typed_links import cited
from support.cases_site import ROOT
from this_site.pages import loaded_site

SYNONYMS = "docs/_data/synonyms.yml"


@pytest.fixture(scope="module")
def site():
    return loaded_site()


def test_the_real_data_is_whole(site):
    assert site.data.findings == ()
    for contact in site.data.contacts.values():
        assert contact.as_of, contact.id


def test_every_entry_of_the_real_data_is_used_or_listed(site):
    used = {found for source in site.sources.values() for found in cited(source)}
    # A source that no page cites is a burden to the maintainers.
    assert sorted(set(site.data.sources) - used) == []


def test_the_real_settings_name_a_contact_and_pages_that_exist(site):
    pages = {site.languages.page_path(path) for path in site.sources if site.languages.of(path)}
    assert site.data.settings.search.contact in site.data.contacts
    for entry in site.data.settings.search.weights:
        assert any(page.startswith(entry.pages) for page in pages), entry


def test_the_real_groups_are_all_read(site):
    text = (ROOT / SYNONYMS).read_text("utf-8")
    groups = site.data.synonyms
    assert len(groups) == sum(line.startswith("- ") for line in text.splitlines()) > 0


def test_the_data_and_the_settings_say_what_is_allowed(site):
    allowed = allowed_by(
        site.data, [], ["https://own.example/", '<a href="https://cc.example/by">CC</a>']
    )
    assert {"188", "110", "119"} <= allowed.numbers
    assert {"laws.e-gov.go.jp", "caa.go.jp", "own.example", "cc.example"} <= allowed.hosts
    assert "" not in allowed.hosts


RESERVED_HOST = re.compile(r"(^|\.)(example(\.[a-z]+|\.(co|ne|or)\.jp)?|test|invalid|localhost)$")
"""Hosts that nobody can register (RFC 2606 and 6761, and JPRS for Japan): samples."""
SAMPLE_NUMBER = "0312345678"
"""The number that CONTRIBUTING allows in samples."""


def test_no_sample_has_become_an_entry(site):
    addresses = {c.id: c.page for c in site.data.contacts.values()}
    addresses |= {s.id: s.url for s in site.data.sources.values()}
    hosts = {id_: urlsplit(url).hostname or "" for id_, url in addresses.items()}
    samples = {id_: host for id_, host in hosts.items() if RESERVED_HOST.search(host)}
    samples |= {
        contact.id: number.text
        for contact in site.data.contacts.values()
        for number in contact.numbers
        if re.sub(r"\D", "", number.text) == SAMPLE_NUMBER
    }
    assert not samples, f"for samples only: {samples}. Write the address or number of the office"


@pytest.mark.parametrize(
    ("host", "is_reserved"),
    [
        ("www.example.jp", True),
        ("example.com", True),
        ("a.example.co.jp", True),
        ("desk.test", True),
        ("example", True),
        ("www.npa.go.jp", False),
        ("example-law.jp", False),
        ("test.go.jp", False),
    ],
)
def test_the_hosts_of_samples_are_known(host, is_reserved):
    assert bool(RESERVED_HOST.search(host)) == is_reserved
