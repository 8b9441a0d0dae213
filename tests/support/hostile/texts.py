"""Fragments for random pages, and the Markdown extensions of mkdocs.yml to render them with."""

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
