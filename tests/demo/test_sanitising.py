"""HTML in the profile is untouched; all else is made harmless, and said."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsdesk.demo.profile import KNOWN
from newsdesk.demo.sanitising import sanitise

ID = "019ab1c2-7d00-7a11-8f00-0242ac120003"
CANONICAL = (
    f'<p data-block="{ID}" style="text-align: center">Sáng <strong>nay</strong>,<br>hoa &amp; lá</p>'
    f"<h2>A</h2><h3>B</h3><blockquote><p>C</p></blockquote>"
    f'<ul data-block="{ID}"><li>D<ol><li>E</li></ol></li></ul>'
    f'<aside data-block="{ID}"><p>F</p><p>G</p></aside><figure data-block="{ID}" data-media="{ID}"></figure>'
    '<figure data-embed="https://v.example/?a=1&amp;b=2"><figcaption>H</figcaption></figure><hr>'
    '<table><thead><tr><th colspan="2">I</th></tr></thead>'
    "<tbody><tr><td>J</td><td>K</td></tr></tbody></table>"
    '<p><a href="https://x.example/">L</a> <a href="mailto:a@b.example">M</a>'
    "<sub>2</sub><sup>3</sup>\u00a0&lt;b&gt;</p>"
)


def test_canonical_html_comes_back_byte_for_byte() -> None:
    assert sanitise(CANONICAL) == (CANONICAL, ())


@pytest.mark.parametrize(
    ("html", "clean", "codes"),
    [
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>", ["html.content_removed"]),
        ("<p>a<style>p{}</style>b</p>", "<p>ab</p>", ["html.content_removed"]),
        ("<p>a</p><script>never closed", "<p>a</p>", ["html.content_removed"]),
        ("<p><font>a</font></p>", "<p>a</p>", ["html.element_removed"]),
        ("<p onclick='x' class='y'>a</p>", "<p>a</p>", ["html.attribute_removed"] * 2),
        ("<p>a<!-- secret -->b</p>", "<p>ab</p>", ["html.content_removed"]),
        (
            "<p><a href='javascript:x'>a</a></p>",
            "<p>a</p>",
            ["html.attribute_removed", "html.element_removed"],
        ),
        ("<p><a href=' https://x'>a</a></p>", "<p>a</p>", ["html.attribute_removed", "html.element_removed"]),
        (
            "<p><a href='https://x'><a href='https://y'>a</a></a></p>",
            '<p><a href="https://x">a</a></p>',
            ["html.element_removed"],
        ),
        ("<P>a&nbsp;b<br/>c</P>", "<p>a\u00a0b<br>c</p>", ["html.rewritten"]),
        ("<p>a</p>\n<p>b</p>", "<p>a</p><p>b</p>", ["html.rewritten"]),
        ("bare <em>text</em>", "<p>bare <em>text</em></p>", ["html.rewritten"]),
        ("<p>a<p>b", "<p>a</p><p>b</p>", ["html.rewritten"]),
        ("<p><strong>a</p>b</strong>", "<p><strong>a</strong></p><p>b</p>", ["html.rewritten"]),
        ("<li>a</li>", "<p>a</p>", ["html.element_removed"]),
        ("<img src=x onerror=y>", "", ["html.element_removed"]),
        (
            f'<figure data-media="{ID}"><img><figcaption>a</figcaption></figure>',
            f'<figure data-media="{ID}"></figure>',
            ["html.element_removed", "html.element_removed", "html.content_removed"],
        ),
        ("<p>a<![endif]>b</p>", "<p>a&lt;![endif]&gt;b</p>", ["html.rewritten"]),
    ],
)
def test_what_is_foreign_goes_and_is_told(html: str, clean: str, codes: list[str]) -> None:
    result, warnings = sanitise(html)
    assert result == clean
    assert [warning.code for warning in warnings] == codes


def test_hostile_depth_is_cut() -> None:
    clean, warnings = sanitise("<p>" + "<strong>" * 5000 + "a")
    assert clean.count("<strong>") < 100
    assert [warning.code for warning in warnings] == ["html.element_removed"]
    assert "4" in warnings[0].detail, "how often it happened is told"


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<strong>",
        "</strong>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<td>",
        "<aside>",
        "<h2>",
        "</h2>",
        "<figure>",
        f'<figure data-media="{ID}">',
        "</figure>",
        "<figcaption>",
        "<script>",
        "</script>",
        "<svg>",
        "</svg>",
        '<a href="https://x">',
        '<a href="javascript:x">',
        "</a>",
        "text",
        " ",
        "&amp;",
        "&#60;",
        "<",
        ">",
        '"',
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?x",
        "<br>",
        "<hr>",
        "<blockquote>",
        "</blockquote>",
        "<textarea>",
        "\u00a0",
        "<p style='",
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60))
@example("<![x")
@example("<a href='https://x' href='javascript:y'>b")
def test_the_result_is_in_the_profile_and_final(html: str) -> None:
    clean, warnings = sanitise(html)
    assert set(re.findall("</?([^ >]+)", clean)) <= KNOWN
    assert "javascript:" not in re.sub(">[^<]*", ">", clean)
    assert sanitise(clean) == (clean, ())
    assert bool(warnings) == (clean != html)
