"""HTML to blocks: a tokenizer that keeps source offsets, and as much of a tree as rules need.

Never recursive and linear in the page's length, whatever the page.
"""

import re
from collections.abc import Iterator, Mapping

DEEPEST = 150  # open elements; deeper ones count as transparent
_LONGEST_TAG = 20_000
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
# A tag whose quotes close; the name as above, though it may hold a quote.
_TAG = re.compile(r"<(?=/?([a-zA-Z][^\s/>]*))[^\"'>]*+(?:(?:\"[^\"]*+\"|'[^']*+')[^\"'>]*+)*+>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++)")
_AUTHOR = re.compile(
    r"(?<![a-z])(?:by-?lines?|authors?|autor(?:in|en|es|a|ia|ía)?|auteure?s?|autric[ei]|autor[ei]"
    r"|firmas?|signature|signed-?by|written-?by|writers?|reporters?|verfasser|redacteur)"
    r"(?:-?names?)?(?![a-z-])",
    re.I,
)
_FONT_SIZE = re.compile(r"([+-]?)([1-7])")
_FONT_SIZES = (10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0)  # what browsers show them in
_MEDIUM = 16.0
_SIZED = {"font": 1.0, "small": 0.83, "big": 1.2}  # of the size around them
_STYLE_SIZE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d{1,3})?)(px|pt|r?em|%)", re.I)
_HIDDEN = re.compile(r"\shidden(?=[\s/>])", re.I)
_CLOSERS = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in (
        "script",
        "style",
        "title",
        "textarea",
        "xmp",
        "iframe",
        "noembed",
        "noframes",
        "template",
    )
}


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


VOID = _words("area base br col embed hr img input link meta param source track wbr")
INLINE = _words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q "
    "ruby rt rp s samp small span strike strong sub sup time tt u var wbr img input button "
    "select option"
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
P_CLOSERS = _words(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table "
    "ul"
)
# An opening tag ends these open elements, but not beyond these others.
IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "tr": (frozenset(("tr", "td", "th")), frozenset(("table",))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "option": (frozenset(("option",)), frozenset(("select",))),
    "body": (frozenset(("head",)), frozenset()),
}
P_SCOPE = frozenset(("td", "th", "table", "button", "object", "caption"))


# A stretch of source: start, end, a name that is empty for text, whether it is an end tag. A plain
# tuple, as pages have thousands.
Token = tuple[int, int, str, bool]


class Node:
    """An element with what its descendants need to know of it."""

    __slots__ = (
        "_attributes",
        "_lowered",
        "_tag",
        "is_author",
        "linked",
        "name",
        "parent",
        "prose",
        "size",
    )

    def __init__(self, name: str, tag: str, parent: "Node | None") -> None:
        self.name = name
        self.parent = parent
        self._tag = tag
        is_bare = len(tag) == len(name) + 2  # the name and the brackets
        self._lowered = lowered = "" if is_bare else tag.lower()
        self._attributes: dict[str, str] | None = {} if is_bare else None
        self.prose = 0
        self.linked: bool = name == "a"
        self.is_author: bool = ("aut" in lowered or "by" in lowered) and _marks_author(self)
        self.size: float = _MEDIUM
        if parent is not None:
            self.linked = self.linked or parent.linked
            self.is_author = self.is_author or parent.is_author
            self.size = parent.size
        if name in _SIZED or "font-size" in lowered:
            self.size = _size(self, self.size)

    def mentions(self, text: str) -> bool:
        """Whether the tag holds this, in any letter case; asked before the attributes."""
        return text in self._lowered

    @property
    def is_heading(self) -> bool:
        """By its name or its role (WAI-ARIA 1.2)."""
        has_role = self.mentions("heading") and self.attributes.get("role") == "heading"
        return self.name in HEADINGS or has_role

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes by name; most elements are never asked."""
        if self._attributes is None:
            self._attributes = attributes_of(self._tag)
        return self._attributes


def _size(node: Node, size: float) -> float:
    """The height of the element's text in pixels, given that of its parent's."""
    if node.name == "font" and (told := _FONT_SIZE.fullmatch(node.attributes.get("size", ""))):
        step = int(told[2]) if not told[1] else 3 + int(told[1] + told[2])
        return _FONT_SIZES[min(max(step, 1), 7) - 1]
    size *= _SIZED.get(node.name, 1.0)
    if node.mentions("font-size") and (
        told := _STYLE_SIZE.search(node.attributes.get("style", ""))
    ):
        return float(told[1]) * {"px": 1.0, "pt": 4 / 3, "%": size / 100}.get(told[2].lower(), size)
    return size


def _marks_author(node: Node) -> bool:
    attributes = node.attributes
    if attributes.get("rel") == "author" or attributes.get("itemprop") == "author":
        return True
    named = attributes.get("class") or attributes.get("id")
    return named is not None and _AUTHOR.search(named) is not None


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a start tag, names in lower case, quotes off."""
    if "=" not in tag and " " not in tag:
        return {}
    found = {m[1].lower(): m[2].strip("\"'") for m in _ATTRIBUTE.finditer(tag)}
    if "hidden" in tag.lower() and _HIDDEN.search(tag):
        found["hidden"] = ""
    return found


def tokens(source: str) -> Iterator[Token]:
    """Text and tags in order; comments and declarations are left out."""
    at = text_from = 0
    length = len(source)
    while True:
        at = source.find("<", at)
        if at < 0 or at + 1 >= length:
            break
        following = source[at + 1]
        if following in "!?":
            if at > text_from:
                yield text_from, at, "", False
            at = text_from = _declaration_end(source, at)
            continue
        found = _TAG.match(source, at, at + _LONGEST_TAG) or _NAME.match(source, at)
        if found is None:
            at += 1
            continue
        end = found.end() if found.re is _TAG else source.find(">", at) + 1
        if not end:
            break
        if at > text_from:
            yield text_from, at, "", False
        name = found[1].lower()
        yield at, end, name, following == "/"
        at = text_from = end
        if following != "/" and name in _CLOSERS:
            closer = _CLOSERS[name].search(source, at)
            at = text_from = closer.start() if closer else length
    if text_from < length:
        yield text_from, length, "", False


def _declaration_end(source: str, at: int) -> int:
    closer = "-->" if source.startswith("<!--", at) else ">"
    end = source.find(closer, at + 2)
    return len(source) if end < 0 else end + len(closer)
