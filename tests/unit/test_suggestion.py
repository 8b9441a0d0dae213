import pytest

from knowledge.suggestion import did_you_mean, nearest


@pytest.mark.parametrize(
    ("name", "existing", "expected"),
    [
        ("offise.md", ["office.md", "index.md"], "office.md"),
        ("Office.md", ["office.md"], "office.md"),
        ("guide/borow.md", ["guide/borrow.md"], "guide/borrow.md"),
        ("office.html", ["office.md"], "office.md"),
        ("lending.md#lost-bok", ["lending.md#lost-book"], "lending.md#lost-book"),
        # A common prefix does not make two names more similar.
        ("assets/map.pdf", ["assets/door.png"], None),
        ("lending.md#fees", ["lending.md#lost-book"], None),
        ("stay-of-enforcement", ["provisional-enforcement"], None),
        ("provisional-enforcement", ["personal-information"], None),
        ("provisionl-enforcment", ["provisional-enforcement"], "provisional-enforcement"),
        ("contact-ready", ["contact-more"], None),
        ("front-dsk", ["front-desk"], "front-desk"),
        ("front", ["front-desk"], "front-desk"),
        ("contact:bank", ["contact:desk-188"], None),
        ("貸出延長", ["貸出延長について"], "貸出延長について"),
        ("anything", [], None),
    ],
)
def test_nearest(name, existing, expected):
    assert nearest(name, existing) == expected


def test_it_offers_nothing_that_does_not_exist():
    assert did_you_mean("zzz", ["office.md"], "Correct the path") == "Correct the path"
    assert did_you_mean("offic.md", ["office.md"], "Correct it") == "Did you mean 'office.md'?"
