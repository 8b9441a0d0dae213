"""Find URLs and host names in visible text.

Answers: which URLs, e-mail addresses, @handles and hosts does a text show, and which hosts are
allowed? They are reported in rules/ and in publish/page_check.py.
"""

import re
import unicodedata
from html import unescape

from knowledge.data.all_data import Data
from knowledge.markdown.urls import host_of

LETTERS = "a-z\u00df-\u024f\u0370-\u052f"
"""Letters of host names: Latin, and the scripts with look-alikes (Greek, Cyrillic)."""
HOST = rf"(?:[{LETTERS}0-9-]+\.)+(?:xn--[a-z0-9-]+|[{LETTERS}]{{2,}})"
FILE_ENDINGS = frozenset(
    "apk css csv doc docx exe gif gz heic heif html jpeg jpg js json lock m4a md mp3 mp4 pdf png "
    "ps py sh svg toml ts txt wav webp xls xlsx xml yaml yml zip".split()
)
"""File extensions that look like top-level domains."""
HOST_START = rf"(?<![{LETTERS}0-9@.-])"
"""Lookbehind: a host name does not start inside a word or another host name."""
SHOWN_ADDRESS = re.compile(
    rf"(?=[@h\[w0-9])(?:https?:/[!-~]*|(?<![{LETTERS}0-9])www(?![{LETTERS}0-9])[!-~]*"
    r"|(?<![a-z0-9_.:])(?:\d{1,3}\.){3}\d{1,3}(?![a-z0-9_]|\.\d)|\[[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\]"
    rf"|(?<=[{LETTERS}0-9_.+-])@{HOST}|(?<![{LETTERS}0-9@./_-])@\w[\w.-]{{2,}})"
)
"""A URL with a scheme, an IP address, the end of an e-mail address, an @handle."""
SURE_ENDINGS = "com|net|org|jp|biz|xyz"
"""Top-level domains that are neither words nor other abbreviations."""
ENDINGS = (
    rf"{SURE_ENDINGS}|info|io|tv|cc|ru|cn|kr|co|uk|eu|asia|mobi|shop|site|online|top|club|app|me"
)
"""Top-level domains that most readers know."""
AROUND = r"[\s|#>\[\](){}「」（）、,\"'”“]"
"""Characters that may surround a dot that is written as a word."""
DOT_LIKE = re.compile(
    rf"(?=[\s|#>\[\](){{}}「」（）、,\"'”“.・_\u3002dpドど点て])(?<=[a-z0-9])(?:"
    rf"(?:{AROUND}{{0,6}}(?:dot|period|ドット|どっと|点|てん){AROUND}{{0,6}})(?=(?:{ENDINGS})(?![a-z0-9]))"
    rf"|(?:[・\u3002,_]|\s?[|\n][|#\s]{{0,6}}\.[|\s]{{0,6}})"
    rf"(?=(?:{SURE_ENDINGS})(?![a-z0-9]))|\.\s?[|\n][|\s]{{0,6}}(?=(?:com|jp|org)(?![a-z0-9]))|[・\u3002](?=[a-z]{{2,4}}/)|\u3002(?=[a-z])|\s\.\s(?=[a-z])|\s?[\[({{（]\s?(?:\.|dot|ドット|どっと|点|てん)\s?[\])}}）]\s?(?=[a-z])"
    r"|[ ]?(?:点|てん|ドット|どっと|dot)[ ]?(?=[0-9]))"
)
"""A substitute for the dot of a host: another character or a word before a top-level domain."""
AT_LIKE = re.compile(
    r"(?=[\s\[({（あア])(?<=[a-z0-9])(?:\s?[\[({（]\s?(?:at|あっと|アット)\s?[\])}）]\s?"
    r"|\s?(?:あっと|アットマーク)\s?)(?=[a-z0-9])"
)
"""A substitute for the @ of an e-mail address."""
SPELLED = re.compile(
    r"(?<![\w-])[a-z0-9](?:(?:[ ]|-|,[ ]?|・)(?:[a-z0-9](?!\w)|[:/.](?=[ -]))){1,80}(?!\w)"
)
"""A word that is spelled letter by letter: r, e, f."""
BETWEEN_LETTERS = re.compile(r"[ ,・-]")
EAST = r"[\u0e01-\u0e4e\u3041-\ud7a3]"
WIDE_HOST = re.compile(
    rf"(?=[.\u3002\uff0e])(?:(?<={EAST})[.\uff0e](?:{EAST}{{2,}}|(?:{ENDINGS})(?![a-z0-9]))"
    rf"|(?<={EAST})\u3002{EAST}{{2,10}}/[a-z]+)"
)
"""The end of a host in letters of East Asia: no sentence there ends with a Latin full stop."""
NAMED_HOST = re.compile(rf"{HOST_START}({HOST})(?![{LETTERS}0-9-])([/:][{LETTERS}0-9])?")
"""A host, and the beginning of what follows it in an address."""
ACCOUNT = re.compile(
    r"(?<![a-z0-9_.@/#=-])(?=\w{6})(?=\w*[a-z]{3})(?=\w*?(?:[0-9]{2}|[a-z0-9]_[a-z0-9]))"
    r"[a-z]\w*(?!\w|[=-]|\.[a-z])",
    re.ASCII | re.IGNORECASE,
)
"""A word of letters with two figures or an underscore in it, as people call their accounts."""
NO_ACCOUNT = re.compile(r"[A-Z]{2,4}[0-9]+|[0-9a-f]{7,}")
"""An abbreviation with a number behind it, or a hexadecimal number."""
CODE = re.compile(r"`[^`\n]*`")
TARGET = re.compile(r"\]\([^()\s]*")
"""The target of a Markdown link, after its text."""
MARKUP = re.compile(r"<[^<>\n]*>|[*`\\]")
"""Markup in a text."""


def shown_addresses(text: str, hosts: frozenset[str]) -> list[str]:
    """The URLs, e-mail addresses, @handles and unknown hosts that a text shows.

    The text is as written, with markup and entities; `hosts` are from `known_hosts`.
    """
    plain = _plain(text)
    found = [match[0] for match in WIDE_HOST.finditer(unicodedata.normalize("NFKC", text).lower())]
    found += (match[0] for match in SHOWN_ADDRESS.finditer(plain))
    return found + [
        host for host, is_address in _hosts_in(plain) if is_address or host not in hosts
    ]


def shown_accounts(text: str, hosts: frozenset[str]) -> list[str]:
    """The words that a text shows and that look like accounts or apps: `sunny_days`, `sunny88`.

    In code, an underscore is part of many names; with a dot behind it, a word is that of a file or
    a host. The text is as written, with markup and entities; `hosts` are from `known_hosts`.
    """
    plain = unicodedata.normalize("NFKC", unescape(text))
    words = ACCOUNT.findall(CODE.sub(lambda code: code[0].replace("_", " "), plain))
    return [word for word in words if word.lower() not in hosts and not NO_ACCOUNT.fullmatch(word)]


def known_hosts(data: Data) -> frozenset[str]:
    """The hosts that texts may show: those in the data with parent domains, those in prose.yml."""
    addresses = [source.url for source in data.sources.values()]
    addresses += [contact.page for contact in data.contacts.values()]
    parts = (host_of(address).split(".") for address in addresses)
    ends = (".".join(each[i:]) for each in parts for i in range(len(each) - 1))
    return frozenset(ends) | frozenset(data.prose.hosts)


def _plain(text: str) -> str:
    """Normalize a text: entities resolved, NFKC, lower case, one kind of dot and of @."""
    plain = unicodedata.normalize("NFKC", unescape(text)).lower()
    plain = SPELLED.sub(lambda word: BETWEEN_LETTERS.sub("", word[0]), plain)
    return AT_LIKE.sub("@", DOT_LIKE.sub(".", plain))


def named_hosts(text: str) -> list[str]:
    """The hosts that a text shows; file names are left out."""
    return [host for host, _ in _hosts_in(_plain(text))]


def _hosts_in(plain: str) -> list[tuple[str, bool]]:
    """The hosts in a normalized text, each with whether a path or a port follows."""
    found = ((match[1], match[2] is not None) for match in NAMED_HOST.finditer(plain))
    return [each for each in found if each[0].rpartition(".")[2] not in FILE_ENDINGS]
