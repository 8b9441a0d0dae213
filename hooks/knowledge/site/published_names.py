"""File names of the build's own outputs.

Answers: what are the build's outputs called, relative to the site's root or to the folder of a
language, and which hash is in a name?
"""

import hashlib
import re

STYLES = "assets/stylesheets/"
SCRIPTS = "assets/javascripts/"
"""Folders of stylesheets and scripts, in our theme folder and in the published site."""
IMAGES = "assets/images/"
SEARCH = "search/"
"""Folder of the search's files, from the site's root."""
INDEX = f"{SEARCH}index/"
"""Folder of the search indexes; the name of a file begins with its language and holds a hash."""
FURIGANA = f"{SCRIPTS}furigana.js"
"""The readings of the kanji on ordinary pages, and the script that shows them."""
OFFLINE_ZIP = "offline.zip"
SERVICE_WORKER = "sw.js"
HEADERS = "_headers"
"""The file from which web hosts read response headers."""
MANIFEST = "app.webmanifest"
"""From the folder of a language."""
NOT_FOUND = "404.html"
FEED = "feed.xml"
"""The Atom feed, from the folder of a language."""
LLMS = "llms.txt"
"""The list of the Markdown copies of the pages."""
COPY = ".md"
"""Ending of the Markdown copy of a page, which stands beside it."""
CONTACTS_FILE = re.compile(r"contacts(?:\.[\w-]+)?\.json")
"""The contacts for programs: in all languages, in one, and their schema."""
SCHEMA = "schema"
"""Takes the place of a language code in the file name of the contacts' schema."""
BOOK_FILE = re.compile(r"guide\.[\w-]+\.epub")
"""The pages of one language as an EPUB, at the site's root."""
SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")
FILES_BESIDE_PAGES = (FEED, LLMS)
"""Files that no page shows, and that are not kept offline; publish/for_programs.py writes them."""
HOST_FILES = frozenset(
    {OFFLINE_ZIP, SERVICE_WORKER, HEADERS, MANIFEST, NOT_FOUND, *FILES_BESIDE_PAGES, *SITEMAPS}
    | {"robots.txt"}
)
"""Files for programs, hosts, browsers and search engines: no file of docs/ may take their place
(SF018), and the offline copy leaves them out."""
DIGITS = 10
BUILD_FOLDERS = (STYLES, SCRIPTS, IMAGES, SEARCH)
"""Folders that the theme and the build write, inside the folder of a language."""


def is_for_programs(path: str) -> bool:
    """Whether a published file is read by programs only: no reader needs it offline."""
    name = path.rpartition("/")[2]
    return name in FILES_BESIDE_PAGES or name.endswith(COPY) or is_contacts_file(path)


def is_book(path: str) -> bool:
    """Whether a path from the site's root is that of the EPUB of a language."""
    return BOOK_FILE.fullmatch(path) is not None


def book_file(language: str) -> str:
    """The name of a language's EPUB; it says nothing about the site's subject."""
    return f"guide.{language}.epub"


def is_contacts_file(path: str) -> bool:
    """Whether a path from the site's root is that of the contacts for programs."""
    return CONTACTS_FILE.fullmatch(path) is not None


def contacts_file(language: str) -> str:
    """The name of the file with the contacts in a language, or in all of them if it is empty."""
    return f"contacts.{language}.json" if language else "contacts.json"


def digest(content: str | bytes) -> str:
    """Hash for file names: the first 10 hexadecimal digits of a content's SHA-256."""
    data = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()[:DIGITS]
