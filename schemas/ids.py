"""Where ids are made: article ids, event ids, content hashes, entity ids."""

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit, urlunsplit

ID_LENGTH = 256  # a Kafka key and a header value should stay short; longer ids are hashed
# `ref` is none of them: some sites number their articles by it, and one id for two is worse than
# two for one.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|wt_?mc|cmpid)(?:=|$)", re.I
)
_CONTROLS = ("Cc", "Cf", "Cs", "Zl", "Zp")  # Unicode's control characters and line ends
_LONGEST_WORD = 64  # normalising a pile of accents takes quadratic time
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD}}}")


def _digest(*parts: str | bytes, size: int = 16) -> str:
    """A BLAKE2b digest in hex; the parts are length-prefixed, so that no two lists collide."""
    pieces: list[bytes] = []
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        pieces += (len(data).to_bytes(8, "big"), data)
    # In one piece: every event has some ids, and updates would cost more than the hash.
    return hashlib.blake2b(b"".join(pieces), digest_size=size).hexdigest()


def canonical_url(url: str) -> str:
    """The URL without fragment, tracking parameters, default port and letter case of its host.

    Parameters are sorted. What cannot be parsed comes back stripped, as it is.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    host = f"[{host}]" if ":" in host else host
    if port and port != {"http": 80, "https": 443}.get(parts.scheme):
        host = f"{host}:{port}"
    # Parameters stay as written: decoding and encoding again would make different ones equal.
    query = "&".join(sorted(p for p in parts.query.split("&") if p and not _TRACKING.match(p)))
    return urlunsplit((parts.scheme, host, parts.path or "/", query, ""))


def clean_id(text: str) -> str:
    """An id that is safe as key, header and label: no control characters, at most 256 long.

    Empty where nothing is left of it.
    """
    if not text.isprintable():
        text = "".join(c for c in text if unicodedata.category(c) not in _CONTROLS)
    kept = text.strip()
    return kept if len(kept) <= ID_LENGTH else f"long:{_digest(kept)}"


def content_hash(text: str | bytes) -> str:
    """A hash of the text, blind to letter case, width and white space; bytes count as they are."""
    if isinstance(text, bytes):
        return _digest(text)
    words = text.split()
    if max(map(len, words), default=0) >= _LONGEST_WORD:
        text = _LONG_WORD.sub(lambda word: f"{word[0]} ", text)
    elif unicodedata.is_normalized("NFKC", text):
        return _digest(" ".join(words).casefold())
    return _digest(" ".join(unicodedata.normalize("NFKC", text).casefold().split()))


def article_id(producer_id: str | None, url: str | None, content: str | bytes | None) -> str:
    """The producer's id, else the canonical URL, else the hash of the content."""
    return told_id(producer_id, url) or f"hash:{content_hash(content or '')}"


def told_id(producer_id: str | None, url: str | None) -> str:
    """The producer's id, else the canonical URL; empty where it told neither."""
    return clean_id(producer_id or "") or clean_id(canonical_url(url or ""))


def entity_id(name: str, type_: str) -> str:
    """Stable across articles for the same canonical name and type."""
    return f"{type_.lower()}:{_digest(' '.join(name.casefold().split()), type_, size=8)}"


def event_id(*parts: str | bytes) -> str:
    """A CloudEvents id: the same parts, the same id."""
    return _digest(*parts)
