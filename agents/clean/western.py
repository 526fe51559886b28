"""Bytes in Windows-1252, told by what Western languages look like in it.

Detection by frequencies takes them for those of a neighbour, in which ñ is ń and è is č: most
Spanish texts, and one in four French ones.
"""

import codecs
import re

_ENCODING = "cp1252"
_READ_AS_IT = "iso8859-1"  # as browsers do: who declares it writes Windows-1252
# Without š, ž, ý, þ, õ: one of them at least is in nearly all that is no Western text.
_LETTERS = "ÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôöøùúûüÿŒœ"
_WITHIN_WORDS = "’\xad–—…·"
_SIGNS = "\xa0¡¿«»‹›„“”‚‘†•€£§©®°²³´º½¼¾ª×"
_KNOWN = frozenset(_LETTERS + _WITHIN_WORDS + _SIGNS)
_MOST = 0.25  # of the letters; Greek and Cyrillic have nearly all up there
_MISPLACED = re.compile(
    f"[{_LETTERS}]{{3}}|(?<=[^\\W\\d_])[{_SIGNS[1:]}](?=[^\\W\\d_])|º(?=[^\\W\\d_])"
)


def named(charset: str) -> str:
    """The encoding that is meant by the name."""
    try:
        return _ENCODING if codecs.lookup(charset).name == _READ_AS_IT else charset
    except (LookupError, ValueError):
        return charset


def western(content: bytes) -> str | None:
    """The bytes as a text, if they are one of Western Europe."""
    try:
        text = content.decode(_ENCODING)
    except UnicodeDecodeError:
        return None
    beyond = [character for character in text if character > "\x7f"]
    letters = sum(map(str.isalpha, text))
    few = sum(map(str.isalpha, beyond)) <= _MOST * letters
    return text if few and _KNOWN.issuperset(beyond) and not _MISPLACED.search(text) else None
