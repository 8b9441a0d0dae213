"""Fragments for random pages and links, and the Markdown extensions to render pages with."""

EXTENSIONS = [
    *("admonition", "attr_list", "def_list", "md_in_html"),
    *("pymdownx.superfences", "tables"),
]
PIECES = (
    "<script>|</script>|<!--|-->|<div>|</div>|<div markdown>|<p>|</p>|<img src=x onerror=a>|`|``|"
    '```|\n|\n\n|    |- |> |1. |a |b|\\|{: onclick="a" }|{: .b }|---|[a](|javascript:a|)|[|](x)|'
    '!!! note|\n    |<span onclick="a">|</span>|*|**|_|<a href="|">|"|~~~|# h |&lt;|&#60;|<|>|'
    ":   |[^1]|[^1]: |<?|?>|<![CDATA[|]]>|<table>|</table>|<pre>|</pre>|<code>|</code>|<style>|"
    '</style>|<details>|<summary>|<br>|<hr>|===|\t|<https://a.example>|<b|x="|![a]|[a]|[a]:|'
    " //e.x/a|[b]: x|<hr>|<li>|"
    "\u3000\n|\u00a0\n|<p markdown>|<div/>|# |<details markdown>|<img src=|//e.x/a>"
).split("|")
LINKS = (
    *("[a]({})", "[a](<{}>)", '[a](<{}> "b")', "![a]({})", "![a](<{}>)", "<{}>"),
    *('<a href="{}">a</a>', '<img src="{}" alt="a">', "[a][b]\n\n[b]: {}", "[a][b]\n\n[b]: <{}>"),
)
TARGETS = (
    *("/", "//", "\\", " ", ".", "..", "../", "~", "C:", "%2F", "%5C", "%00", "%zz", "%E3%81"),
    *("&amp;", "&#47;", "\x01", "\u200b", "\u3000", "é", "日本", "[", "]", "[::1]", "@", "|", "'"),
    *(":", "?", "#", "#case", "https:", "https://", "http://localhost:99999999", "mailto:", "tel:"),
    *("contact:", "source:", "card:", "front-desk", "index.md", "guide/borrow.md", ".html"),
    *("assets/door.png", "library.example", "en", "ja", "/en/", "0"),
)
"""Parts of link targets: those of the tiny site, and what browsers and parsers treat specially."""
