"""Every page opens in Firefox and WebKit, at three widths, in light and dark.

In Chromium, `test_from_disk.py` looks at every page.
Every other page is looked at in dark and turns light on the widest screen; the rest are looked at
in light and turn dark on the narrowest one.
"""

import pytest

from support.check_each import check_each
from support.engines.engine import poll
from support.screens import HEIGHTS, WIDTHS, assert_shown
from this_site.pages import GROUPS


@pytest.mark.long
@pytest.mark.parametrize("engine", ["firefox", "webkit"], indirect=True)
@pytest.mark.parametrize("group", GROUPS)
def test_a_page_opens_without_an_error_and_without_scrolling_sideways(engine, host, group):
    def check(name):
        is_dark = name in others
        engine.open(f"{host.root}{name}.html")
        engine.set_dark(is_dark)
        for width in WIDTHS if is_dark else WIDTHS[::-1]:
            engine.resize(width, HEIGHTS[width])
            assert_shown(engine.evaluate, width, is_dark=is_dark)
        engine.set_dark(not is_dark)
        assert_shown(engine.evaluate, width, is_dark=not is_dark)
        assert engine.new_errors() == []

    others = GROUPS[group][1::2]
    check_each(GROUPS[group], check)


def test_an_error_of_a_page_is_noticed(engine, host):
    """Of its scripts, and of what its policy forbids."""
    engine.open(f"{host.root}index.html")
    engine.evaluate("void setTimeout(() => { throw new Error('broken'); })")
    engine.evaluate("void (document.querySelector('h1').outerHTML = '<img src=x onerror=stop()>')")
    found = []

    def both():
        found.extend(engine.new_errors())
        return any("broken" in each for each in found) and len(found) > 1

    poll(both, "both errors")
    engine.open("about:blank")
    engine.new_errors()  # an engine may tell one twice
