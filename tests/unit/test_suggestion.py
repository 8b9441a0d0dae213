import pytest

from knowledge.suggestion import did_you_mean, nearest


@pytest.mark.parametrize(
    ("name", "existing", "expected"),
    [
        ("polise.md", ["police.md", "index.md"], "police.md"),
        ("Police.md", ["police.md"], "police.md"),
        ("guide/borow.md", ["guide/borrow.md"], "guide/borrow.md"),
        ("police.html", ["police.md"], "police.md"),
        ("lawsuits.md#cort-papers", ["lawsuits.md#court-papers"], "lawsuits.md#court-papers"),
        # A common prefix does not make two names more similar.
        ("assets/map.pdf", ["assets/door.png"], None),
        ("lawsuits.md#fees", ["lawsuits.md#court-papers"], None),
        ("contact:bank", ["contact:hotline-188"], None),
        ("公示送達", ["公示送達について"], "公示送達について"),
        ("anything", [], None),
    ],
)
def test_nearest(name, existing, expected):
    assert nearest(name, existing) == expected


def test_it_offers_nothing_that_does_not_exist():
    assert did_you_mean("zzz", ["police.md"], "Correct the path") == "Correct the path"
    assert did_you_mean("polic.md", ["police.md"], "Correct it") == "Did you mean 'police.md'?"
