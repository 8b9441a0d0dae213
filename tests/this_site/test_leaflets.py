"""The pages that are handed out on paper: what is printed fits, can be read, and leads back."""

import io
import json
import re

import pikepdf
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from knowledge.markdown.front_matter import Key, PaperSize
from knowledge.publish.postprocess import StoredFiles
from knowledge.publish.sheets import RECORD, current_and_old, sheets_in_copy
from knowledge.site.languages import language_at
from knowledge.site.mkdocs_yml import navigation_of
from knowledge.site.typed_links import typed_links
from leaflets.__main__ import print_sheets
from leaflets.pdf import normalized
from support.cases_site import ROOT
from this_site.pages import CONFIGURATION, FOLDERS, loaded_site, names_in
from this_site.site_with_more_languages import ADDRESS
from this_site.site_with_more_languages import NAMES as MORE

SHEETS = {
    entry.page_path.removesuffix(".md"): loaded_site().originals()[entry.page_path].meta(Key.PAPER)
    for entry in navigation_of(CONFIGURATION).entries
    if entry.page_path.startswith("paper/")
}
"""By name of a sheet, in the order of the menu: its size, as `paper:` says."""
SOURCES = {
    FOLDERS[code] + name: f"docs/{code}/{name}.md"
    for name in SHEETS
    for code in FOLDERS
    if name in names_in(code)
}
"""By path of a sheet in each language that has it: its source."""
PAGES = list(SOURCES)
ONE_EACH = {language_at(page, FOLDERS): page for page in PAGES}
"""By language, one of its sheets."""
MILLIMETRE = 72 / 25.4
"""In points."""
SIDES = {PaperSize.A4: (210, 297), PaperSize.A3: (297, 420)}
"""By size: width and height in millimetres."""
UNPRINTABLE = 5
"""Millimetres at the edges that some printers leave white."""
MAX_BYTES_IN_COPY = 300_000
"""Bytes of all sheets in the offline copy."""
COPIED = 0.7
"""Size of the smallest copy whose codes can be read."""
MAX_BYTES = 100_000
"""Bytes of one sheet."""


@pytest.fixture(scope="module")
def printed(browser, site, tmp_path_factory):
    """The folder of the sheets of the site."""
    folder = tmp_path_factory.mktemp("leaflets")
    assert list(print_sheets(browser, site, folder))
    return folder


def size_of(page: str) -> PaperSize:
    return PaperSize(SHEETS[page[page.index("paper/") :]])


def numbers_of(page: str) -> set[str]:
    """The telephone numbers of the contacts that a sheet names."""
    source = loaded_site().sources[SOURCES[page]]
    named = {name for _, scheme, name in typed_links(source) if scheme == "contact"}
    contacts = loaded_site().data.contacts
    return {number.text for name in named for number in contacts[name].numbers}


def reader(printed, page) -> PdfReader:
    return PdfReader(printed / f"{page}.pdf")


def test_every_page_of_paper_is_printed(printed, site):
    written = {p.relative_to(ROOT).as_posix() for p in (ROOT / "docs").glob("*/paper/*.md")}
    assert set(SOURCES.values()) == written
    assert sorted(json.loads((printed / RECORD).read_text("utf-8"))) == sorted(
        f"{page}.pdf" for page in PAGES
    )


@pytest.mark.parametrize("page", PAGES)
def test_it_is_one_sheet_of_its_size(printed, page):
    (sheet,) = reader(printed, page).pages
    found = [float(side) / MILLIMETRE for side in sheet.mediabox[2:]]
    assert found == pytest.approx(SIDES[size_of(page)], abs=0.3)


@pytest.mark.parametrize("page", PAGES)
def test_it_can_be_read_aloud_in_order_and_carries_its_fonts(printed, page):
    with pikepdf.open(printed / f"{page}.pdf") as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert str(document.Root.Lang) in ("ja", "en")
        assert document.docinfo["/Title"]
        parts = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        # The letters of a font of type 3 stand in the font itself.
        fonts = [
            each.FontDescriptor
            for each in parts
            if "/FontDescriptor" in each and each.get("/Subtype") != "/Type3"
        ]
        assert fonts
        assert all("/FontFile2" in each or "/FontFile3" in each for each in fonts)
    text = reader(printed, page).pages[0].extract_text()
    assert numbers_of(page)
    assert [number for number in numbers_of(page) if number not in text] == []


def test_the_sheets_of_a4_do_not_make_the_copy_heavy(printed, site):
    sheets, _ = current_and_old(StoredFiles(site), StoredFiles(printed))
    kept = sheets_in_copy(sheets, [f"{page}.html" for page in PAGES])
    first = {f"{page}.html" for page in PAGES if page.endswith(next(iter(SHEETS)))}
    assert first <= set(kept), "the first sheet in every language"
    assert {size_of(page.removesuffix(".html")) for page in kept} == {PaperSize.A4}
    assert sum(len(sheet.content) for sheet in kept.values()) <= MAX_BYTES_IN_COPY
    assert all(len(sheet.content) <= MAX_BYTES for sheet in sheets.values())


def test_two_prints_are_the_same_bytes(browser, site, printed, tmp_path):
    """Of one sheet in each language, since printing takes long."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/assets").symlink_to(site / "assets")
    for page in ONE_EACH.values():
        copy = tmp_path / f"site/{page}.html"
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.symlink_to(site / f"{page}.html")
    again = list(print_sheets(browser, tmp_path / "site", tmp_path / "again"))
    assert len(again) == len(ONE_EACH)
    for path in again:
        name = path.relative_to(tmp_path / "again")
        assert path.read_bytes() == (printed / name).read_bytes(), name


def test_texts_that_do_not_fit_are_all_named(browser, site, tmp_path):
    (tmp_path / "site/paper").mkdir(parents=True)
    (tmp_path / "site/assets").symlink_to(site / "assets")
    html = (site / "paper/leaflet.html").read_text("utf-8")
    before, steps, after = html.partition('id="steps"')
    longer = before + steps + after.replace("</ol>", "<li>長い文です。</li>" * 30 + "</ol>", 1)
    for name, text in {"leaflet": longer, "other": longer, "short": html}.items():
        (tmp_path / f"site/paper/{name}.html").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"mm do not fit") as raised:
        list(print_sheets(browser, tmp_path / "site", tmp_path / "printed"))
    lines = str(raised.value).splitlines()
    assert re.match(r"paper/leaflet\.pdf \(a4\): \d\d+ mm do not fit: “.+ \.\.\.”", lines[0])
    assert [line.partition(" ")[0] for line in lines] == [
        "paper/leaflet.pdf",
        "paper/other.pdf",
        "Shorten",
    ]
    assert sorted(path.name for path in (tmp_path / "printed/paper").iterdir()) == ["short.pdf"]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_stands_where_printers_do_not_reach(visit, page):
    opened = visit().open(page)
    opened.emulate_media(media="print")
    edges = opened.evaluate(
        """() => {
          const sheet = document.querySelector("article").getBoundingClientRect();
          const texts = [...document.querySelectorAll("article :is(h1, h2, p, li, svg, img)")]
            .map((each) => each.getBoundingClientRect()).filter((box) => box.width);
          return [Math.min(...texts.map((box) => box.left - sheet.left)),
            Math.min(...texts.map((box) => box.top - sheet.top)),
            Math.min(...texts.map((box) => sheet.right - box.right)),
            Math.min(...texts.map((box) => sheet.bottom - box.bottom))];
        }"""
    )
    assert min(edges) >= UNPRINTABLE * 96 / 25.4


@pytest.mark.parametrize("page", PAGES)
def test_its_codes_lead_to_the_page_in_every_language(visit, site_below_a_path, page):
    opened = visit().page
    opened.goto((site_below_a_path / f"{page}.html").as_uri())
    opened.emulate_media(media="print")
    codes = opened.locator(".paper-codes svg")
    pictures = [Image.open(io.BytesIO(each.screenshot(scale="css"))) for each in codes.all()]
    read = [code.text for each in pictures for code in zxingcpp.read_barcodes(each)]
    # A copier makes grey of it, and may make it smaller.
    copied = [each.convert("L").resize([int(n * COPIED) for n in each.size]) for each in pictures]
    assert [c.text for each in copied for c in zxingcpp.read_barcodes(each)] == read
    own = next(f for f in sorted(FOLDERS.values(), reverse=True) if page.startswith(f))
    assert read[0] == f"{ADDRESS}{own}"
    folders = [*FOLDERS.values(), *(f"{code}/" for code in MORE)]
    assert sorted(read) == sorted(f"{ADDRESS}{folder}" for folder in folders)


def test_what_is_older_than_its_page_is_not_published(printed, site):
    files, kept = dict(StoredFiles(site)), StoredFiles(printed)
    current, old = current_and_old(files, kept)
    assert (len(current), old) == (len(PAGES), 0)
    changed = f"{PAGES[0]}.html"
    page = files[changed].replace(b"</article>", b"<p>More.</p></article>")
    current, old = current_and_old({**files, changed: page}, kept)
    assert changed not in current
    assert (len(current), old) == (len(PAGES) - 1, 1)


def test_a_print_loses_the_moment_of_its_making(visit):
    content = visit().open("paper/poster").pdf()
    assert b"CreationDate" in content
    assert b"CreationDate" not in normalized(content)
