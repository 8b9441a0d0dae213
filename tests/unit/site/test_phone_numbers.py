"""Complete telephone numbers and hosts are found in any spelling; other figures are not."""

import pytest

from knowledge.site.hosts import shown_addresses
from knowledge.site.phone_numbers import known_numbers, whole_numbers
from knowledge.site.site import load
from support.cases_site import copy_tiny_site

NUMBERS = (
    "03-0000-1234",
    "The code is 020. After that comes 7946, and at the end 0018.",
    "Begin with 0120. Wait for the tone. Then press 444-113.",
    "080(wait)0023(wait)4568(now)",
    "0 (zero), 9, 0, 1, 2, 3, 4, 5, 6, 7, 8",
    "| Area | 03 |\n| Middle | 1234 |\n| End | 5678 |",
    "1. 03\n2. 1234\n3. 5678",
    "a[^1][^2][^3]\n\n[^1]: 052\n[^2]: 123\n[^3]: 4567",
    "<span>0</span><span>9</span><span>0</span><span>1</span><span>2</span><span>3</span>"
    "<span>4</span><span>5</span><span>6</span><span>7</span><span>8</span>",
    "ゼロキュウゼロの1234の5678",
    "〇九〇・一二三四・五六七八",
    "ぜろごおぜろ、いちにいさんよん、ごおろくななはち",
    "れー いち にい れー さん しい ごお なーな はち きゅー",
    "〇・九・〇・一・二・三・四・五・六・七・八",
    "〇の九の〇の一の二の三の四の五の六の七の八",
    "oh-nine-oh, one two three four, five six seven eight",
    "Denwa wa rei san, san yon go roku, nana hachi kyu ichi",
    "零参・参肆伍陸・柒捌玖壹",
    "零弎弎亖伍陸柒捌玖弌",
    "0\U0001f009\U0001f009\U0001f00a\U0001f00b\U0001f00c\U0001f00d\U0001f00e\U0001f00f\U0001f007",
    "zero, triple one, double two, three four five six seven",
    "+81 (0)3 1234 5678",
    "+1 202 555 0143",
    "2345-6789",
    "O9O-l234-5678",
    "090\n\n1234\n\n5678",
    "03-1234-567",
    "0120-12-345",
    "03(123)4567",
    "Join the meeting 123 4567 8901.",
    "Type the code 482 913 775 there",
    "5678 90 12 34 56",
    "12/34/56/78/90",
    "口座は1234 - 567 - 8901です",
    "three 1234 (5678) 9012",
    "Account: 1_2_3_4_5_6_7_8",
)
NO_NUMBERS = (
    "In 2021 2022 2023 the desk was closed",
    "About 12 345 678 books",
    "Shelf 100 200",
    "01-02-03, version 01-2-34, on 05-11-2024, rooms 03-05",
    "0 yen, 98,000 yen, 1,000,000 yen",
    "Numbers that begin with 0120, 0800 or 050 cost nothing; 03 and 06 are cities.",
    "0120や0800で始まる番号は無料です。2024年に1,234件ありました。",
    "0-9: 3, 10-19: 88, 20-29: 410, 30-39: 395",
    "09:00-17:00, 2026-01-05, 01.02.2026",
    "| 03 | 1234 | 5678 | 9012 | 290 |",
    "ISBN 0-306-40615-2",
    'The error "0x80070005" is no proof. In one case, it was 0x80072EE7.',
    "| ISSN | 1234-5679 |",
    "営業は09:00-12:00/13:00-17:00、2026/11/30から",
    "Central Library, 1-1-1 Example, 100-0001 (〒100-0001)",
    "Build 26100.2314 of 20261127",
    "Screens of 2560×1440 and 3840×2160 pixels",
    "令和07年11月26日09時30分",
    "0.5 %, 0,5, 0 % of 12,345 in 2024",
    "0, 20, 40, 60, 80, 100",
    "一度、二人で三日待ち、四つ数える",
    "Part 0, part 1, part 2 and part 3 of the list are long, part 4 too",
    "03年度 12,345人 67,890円",
    "The zero on the first of the two clocks, and one of nine doors",
    "Rei san, go ni ku; maru ichi",
    "零細な五つの店と、壱岐の弐の倉",
)
HOSTS = (
    "office.example",
    "office dot com",
    "office、点、jp",
    "office [dot] org",
    "office(dot)help",
    "office . help",
    "help (at) office.example",
    "o-f-f-i-c-e, period, n-e-t",
    "w w w office c o m",
    "office,com",
    "office.\ncom",
    "| office | . | com |",
    "役所.jp",
    "office。example",
    "203てん0てん113てん7",
    "h t t p s : / / o f f i c e . o r g",
)
NO_HOSTS = (
    "Put a dot next to each box, and dot the i in your name.",
    "The dot-com years, polka-dot paper",
    "Meet at the station, and look at the dot at the top.",
    "Open notes.pdf or data.json, as in Node.js.",
    "いったん休む。次に進む。",
    "社名は本の家ドットコムです。",
    "e.g. this, i.e. that, at 5 p.m., No.1, 3.14",
    "a, b, c",
    "a script\n.en/page, a table | .en/page |",
)


@pytest.mark.parametrize("text", NUMBERS)
def test_a_complete_number_is_found(text):
    assert len(whole_numbers(text)) == 1


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_other_figures_are_no_number(text):
    assert whole_numbers(text) == []


def test_the_line_of_a_number_is_told():
    found = whole_numbers("First.\n\n&#10;Call 03-0000-\n1234.\nThen 0120-000-000.")
    assert [(each.line, each.text) for each in found] == [(2, "03-0000- 1234"), (4, "0120-000-000")]


@pytest.mark.parametrize("text", HOSTS)
def test_a_host_is_found(text):
    assert shown_addresses(text, frozenset())


@pytest.mark.parametrize("text", NO_HOSTS)
def test_other_dots_show_no_host(text):
    assert shown_addresses(text, frozenset()) == []


def test_the_number_of_a_contact_with_another_fault_is_known(tmp_path):
    site = copy_tiny_site(tmp_path / "site", is_built=False)
    contacts = site / "docs/_data/contacts.yml"
    contacts.write_text(contacts.read_text("utf-8").replace("dial: link", "dial: lnk"), "utf-8")
    assert known_numbers(load(site).data) == {"0312345678", "9876"}
