"""`make new-site` writes a site that passes the checks, builds, and knows nothing of this one."""

import os
import re
import subprocess
import sys
import sysconfig
from functools import cache
from pathlib import Path

import pytest

from knowledge.finding import format_finding
from knowledge.rules.registry import findings
from knowledge.site.site import load
from starter import make as starter
from starter.__main__ import main
from starter.make import CannotStartError, make
from support.site_builder import build

SITES = [("en", "ja"), ("ja",), ("en", "ja", "ko"), ("fr",)]
SUBJECT = re.compile(
    r"fraud|\bscam|one-?click|police|lawsuit|detective|victim|prepaid|"
    r"ワンクリック|詐欺|警察|裁判|訴訟|業者|請求|架空|弁護士|被害|hotline-188",
    re.IGNORECASE,
)
"""Words about the subject of this site."""
EXCEPTIONS = (
    # Foreign work, whole languages, and a story that happens to have the word.
    *("tests/support/vendor/", "tests/javascript/search_samples.json", "requirements"),
    *("package-lock.json",),
)
TEXTS = (".md", ".yml", ".py", ".js", ".css", ".html", ".xml", ".svg", ".toml", ".json", ".txt", "")


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """Give the folder of a new site in some languages."""
    if not (starter.ROOT / ".git").exists():
        pytest.skip("a new site is copied from the files that git lists, and none are listed here")

    @cache
    def get(*codes):
        folder = tmp_path_factory.mktemp("-".join(codes)) / "library"
        make(folder, "Town library", codes)
        return folder

    return get


@pytest.fixture(params=SITES, ids="-".join)
def made(request, sites):
    """The folder of a new site, in several choices of languages."""
    return sites(*request.param)


@pytest.fixture
def whole(sites):
    """The folder of a new site with every template in it."""
    return sites("en", "ja", "ko")


def test_the_check_has_nothing_to_say_but_what_is_not_translated_yet(made):
    found = [format_finding(each) for each in findings(load(made))]
    if "ko" in load(made).languages.codes:
        found = [line for line in found if " PA002 " not in line]
    assert found == []


def test_no_word_of_it_is_about_this_site(whole):
    found = [
        f"{path.relative_to(whole)}:{number}: {line[:100]}"
        for path in sorted(whole.rglob("*"))
        if path.is_file() and path.suffix in TEXTS
        if not any(each in path.relative_to(whole).as_posix() for each in EXCEPTIONS)
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if SUBJECT.search(line)
    ]
    listed = "\n".join(found)
    assert not found, f"Words of this site's subject, where every site has the text:\n{listed}"
    assert not [path for path in whole.rglob("*") if SUBJECT.search(path.name)]


def test_no_placeholder_is_left(made):
    for path in (*made.glob("*.md"), made / "mkdocs.yml", *(made / "docs").rglob("*.*")):
        assert not re.search(rb"\[\[ |\[% ", path.read_bytes()), path


def test_the_languages_are_those_that_were_asked_for(made):
    languages = load(made).languages
    assert {path.name for path in (made / "docs").iterdir()} == {*languages.complete, "_data"}
    assert languages.partial == {"ko"} & set(languages.codes)
    assert (made / "README.ja.md").exists() == ("ja" in languages.codes)


def test_it_builds_strictly(whole, tmp_path):
    built = build(whole, tmp_path / "site")
    assert (built.exit_code, built.warnings) == (0, []), built.output
    for name in ("index", "ja/guide/first-steps", "ko/contacts"):
        assert (built.site / f"{name}.html").is_file(), name
    assert "Town library" in (built.site / "index.html").read_text("utf-8")


def test_what_was_built_is_not_spelled_before_it_is_a_repository(sites):
    folder = sites("ja")
    (folder / "site").mkdir(exist_ok=True)
    (folder / "site/en.js").write_text('["befor","exampl"]\n', "utf-8")
    typos = Path(sysconfig.get_path("scripts")) / "typos"
    if not typos.is_file():
        pytest.skip("typos is not installed: pip install -r requirements-test.txt")
    result = subprocess.run([typos], cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_its_tests_can_be_collected(sites):
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider",
         *("tests/unit", "tests/repository", "tests/site", "tests/this_site")],
        cwd=sites("ja"), env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout[-2000:]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").touch()
    arguments = ["--folder", str(tmp_path), "--name", "a", "--languages", "en"]
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"{tmp_path} is not an empty folder; nothing was written.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("name", "codes", "message"),
    [
        ("a", ["EN"], "'EN' cannot be the code of a language here. Did you mean 'en'?"),
        ("a", ["xx"], "'xx' cannot be the code of a language here. Write codes such as 'ko' or "
                      "'pt-BR', with commas between them: LANGUAGES=en,ja."),
        ("a", [], "Name each language once, the default one first: LANGUAGES=en,ja."),
        ("a", ["en", "en"], "Name each language once, the default one first: LANGUAGES=en,ja."),
        (" ", ["en"], 'The site needs a name: NAME="Town library".'),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_in_one_sentence(tmp_path, name, codes, message):
    with pytest.raises(CannotStartError) as error:
        make(tmp_path / "a", name, codes)
    assert str(error.value) == message
    assert not (tmp_path / "a").exists()


def test_without_a_clone_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setattr(starter, "ROOT", tmp_path)
    with pytest.raises(CannotStartError, match="A new site is made from a clone"):
        make(tmp_path / "library", "Town library", ("en",))


def test_every_path_that_is_left_out_is_there():
    for line in starter.LEFT_OUT.read_text("utf-8").splitlines():
        assert not line or line.startswith("#") or (starter.ROOT / line).exists(), line


def test_every_colour_of_a_new_site_is_one_of_the_scale():
    tokens = (starter.ROOT / starter.TOKENS).read_text("utf-8")
    for name in re.findall(r"--[\w-]+", (starter.HERE / "colours.css").read_text("utf-8")):
        assert f"  {name}: #" in tokens, name


def test_the_chapters_of_the_template_are_those_of_mkdocs_yml():
    own = starter.SECTION.findall((starter.TEMPLATES / "mkdocs.yml").read_text("utf-8"))
    assert set(own) <= set(
        starter.SECTION.findall((starter.ROOT / "mkdocs.yml").read_text("utf-8"))
    )
