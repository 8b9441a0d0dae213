from support.representative_pages import representative

PLAIN = "<body><p>one</p></body>"
MARKED = '<body><p class="b a">two</p><br><p>three</p></body>'
INSIDE = '<body><div><p class="a b">four</p></div></body>'


def test_few_pages_hold_every_kind():
    assert representative({"plain": PLAIN, "marked": MARKED}) == ["marked"]


def test_the_same_element_elsewhere_is_another_kind():
    assert representative({"inside": INSIDE, "marked": MARKED}) == ["marked", "inside"]


def test_a_role_or_a_language_is_another_kind():
    role = PLAIN.replace("<p>", '<p role="note">')
    assert representative({"plain": PLAIN, "role": role}) == ["plain", "role"]
    assert representative({"plain": PLAIN, "id": PLAIN.replace("<p>", '<p id="a">')}) == ["plain"]


def test_of_two_pages_with_the_same_kinds_the_shorter_one_is_picked():
    assert representative({"long": "<br>" * 9 + MARKED, "short": "<br>" + MARKED}) == ["short"]


def test_a_page_is_left_out_if_the_others_have_its_kinds():
    pages = {"first": "<b></b><i></i><u></u><s></s>"}
    pages |= {"second": "<b></b><i></i><p></p>", "third": "<u></u><s></s><br>"}
    assert representative(pages) == ["third", "second"]


def test_nothing_is_covered_by_nothing():
    assert representative({"empty": ""}) == []
