"""QR codes of pages."""

import pytest

from knowledge.render.paper import qr_code


@pytest.mark.parametrize("url", ["", "https://guide.example/a", "http://site.test/", "/a"])
def test_an_address_that_leads_nowhere_has_no_code(url):
    assert qr_code(url) == ""


def test_the_code_is_one_svg_without_the_address():
    code = qr_code("https://guide.example.org/a.html?b=<c>")
    assert code.startswith("<svg ")
    assert code.endswith("</svg>")
    assert "guide" not in code
    assert "width" not in code
