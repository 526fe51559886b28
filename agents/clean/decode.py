"""Bytes to text, and text repaired: encodings, mojibake, characters that nobody sees."""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from functools import lru_cache
from html import unescape

from agents.errors import Reject

from .offsets import Edit, Repaired
from .western import named, western

_BOMS = (  # the longer first: the mark of UTF-16 begins that of UTF-32
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_CHARSET_BYTES = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_HEAD = 4_096  # browsers look for a charset in the first 1,024 bytes; pages are less careful
_SAMPLE = 65_536  # enough to detect an encoding, whatever the length
_BINARY_SHARE = 0.1  # of control and replacement characters; text has next to none
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")

# What the bytes 80..BF become when UTF-8 is read as Windows-1252 or Latin-1.
_CONTINUATION = "\x80-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
# Patterns for whole texts begin with a set of characters: it is searched for at once.
_BROKEN = f"[\xc2-\xf4][{_CONTINUATION}]{{1,3}}"
_MOJIBAKE = re.compile(f"{_BROKEN}(?:{_BROKEN})*")
_NOT_SEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5"
    "\u180b-\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e007f"
)
_ACCENT = "\u0300-\u036f"
_MOST_ACCENTS = 30  # on one letter, as in the stream-safe format of Unicode TR 15
_UNSEEN = re.compile(
    f"[\r{_NOT_SEEN}{_ACCENT}](?:(?<=\r)\n?|(?<=[{_NOT_SEEN}])[{_NOT_SEEN}]*"
    f"|(?<=[{_ACCENT}])[{_ACCENT}]{{{_MOST_ACCENTS},}})"
)
_PLAIN_ASCII = bytes((*b"\t\n", *range(0x20, 0x7F)))
_LINE_ENDS = frozenset("\x85\u2028\u2029")
_SPACES = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\xa0\u1680\u202f\u205f\u3000") | frozenset(
    map(chr, range(0x2000, 0x200B))
)
# With its semicolon: without one, it is as likely two initials, or part of an address.
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_COMPOSABLE = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")


def decode(content: str | bytes, content_type: str | None = None) -> str:
    """The content as a string. Raises Reject where it is no text at all."""
    text = content if isinstance(content, str) else _decode_bytes(content, content_type or "")
    sample = text[:_SAMPLE].strip("\0 \t\r\n")  # a buffer of zeros is empty rather than binary
    if sample and len(_BINARY.findall(_rare(sample))) > _BINARY_SHARE * len(sample):
        raise Reject("unreadable", "the content is binary")
    return text


def _decode_bytes(content: bytes, content_type: str) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    declared = _declared(content, content_type)
    # UTF-8 before a declared single-byte charset: text in another encoding is never valid UTF-8
    # by chance, while servers that declare the wrong one are common.
    for encoding in ("utf-8", declared):
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeError, ValueError):
            continue
    if declared == "cp1252":  # five bytes are none in it; as in browsers, they spoil no other
        import ftfy.bad_codecs  # noqa: F401 - registers the codec; slow, rarely needed

        return content.decode("sloppy-windows-1252")
    if text := western(content):
        return text
    from charset_normalizer import from_bytes  # slow to import, rarely needed

    best = from_bytes(content[:_SAMPLE]).best()
    return content.decode(best.encoding if best else "cp1252", "replace")


def _declared(content: bytes, content_type: str) -> str:
    found = _CHARSET.search(content_type)
    if found:
        return named(found[1])
    inside = _CHARSET_BYTES.search(content[:_HEAD])
    return named(inside[1].decode("ascii")) if inside else "utf-8"


def repair(raw: str, *, rounds: int = 0) -> Repaired:
    """The raw text with mojibake undone, unseen characters out, in NFC; offsets lead back.

    Where it may be coded, as bare text out of pages often is, its entities are resolved: `&amp;`.
    """
    as_sent = repaired = Repaired(raw)
    for _ in range(rounds):  # some code what was coded before: `&amp;uuml;`
        repaired = repaired.edited(_resolved)
    rare = _rare(repaired.text)
    if not rare:
        return repaired
    if _MOJIBAKE.search(rare):
        repaired = repaired.edited(_mojibake)
    if repaired is not as_sent or _UNSEEN.search(rare):  # unseen characters may be broken too
        repaired = repaired.edited(_unseen)
    return repaired.edited(_composed)


def _resolved(text: str) -> list[Edit]:
    found = ENTITY.finditer(text) if "&" in text else ()
    return [
        Edit(each.start(), each.end(), character)
        for each in found
        if (character := unescape(each[0])) != each[0]
    ]


def _rare(text: str) -> str:
    """The text's characters outside printable ASCII: few, and soon searched."""
    coded = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN_ASCII)
    return coded.decode("utf-8", "surrogatepass")


def _mojibake(text: str) -> list[Edit]:
    """Run by run, so that one broken quotation does not hang on the rest of the page."""
    runs = _MOJIBAKE.finditer(text)
    return [_changed(run, fixed) for run in runs if (fixed := _fixed(run[0])) != run[0]]


@lru_cache(maxsize=1_024)  # a text has few broken letters, again and again
def _fixed(run: str) -> str:
    import ftfy  # slow to import, rarely needed

    return ftfy.fix_encoding(run)


def _unseen(text: str) -> list[Edit]:
    return [
        Edit(run.start(), run.end(), seen)
        for run in _UNSEEN.finditer(text)
        if (seen := _made_seen(run, text)) != run[0]
    ]


def _made_seen(run: re.Match[str], text: str) -> str:
    characters = run[0]
    if characters[0] == "\r":
        return "\n"
    if "\u0300" <= characters[0] <= "\u036f" and len(characters) > 1:
        return characters[:_MOST_ACCENTS]
    if characters in ("\u200c", "\u200d") and _joins(text, run.start()):
        return characters
    return "".join(
        "\n" if c in _LINE_ENDS else " " if c in _SPACES else "\ufffd" if _is_surrogate(c) else ""
        for c in characters
    )


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands within a word of a script that needs it, or within an emoji."""
    return 0 < at < len(text) - 1 and text[at - 1] > "\u02ff" and text[at + 1] > "\u02ff"


def _is_surrogate(character: str) -> bool:
    return "\ud800" <= character <= "\udfff"


def _composed(text: str) -> list[Edit]:
    if unicodedata.is_normalized("NFC", text):
        return []
    return [
        _changed(run, composed)
        for run in _COMPOSABLE.finditer(text)
        if (composed := unicodedata.normalize("NFC", run[0])) != run[0]
    ]


def _changed(run: re.Match[str], now: str) -> Edit:
    """The edit of what differs, so that the letter before an accent is not the one before it."""
    before = _shared(run[0], now)
    after = _shared(run[0][before:][::-1], now[before:][::-1])
    return Edit(run.start() + before, run.end() - after, now[before : len(now) - after])


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    differ = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))
