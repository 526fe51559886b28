"""Where ids are made: article ids, event ids, content hashes, entity ids."""

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

ID_LENGTH = 256  # a Kafka key and a header value should stay short; longer ids are hashed
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|wt_?mc|cmpid|ref)$", re.I)


def _digest(*parts: str | bytes, size: int = 16) -> str:
    """A BLAKE2b digest in hex; the parts are length-prefixed, so that no two lists collide."""
    digest = hashlib.blake2b(digest_size=size)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


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
    scheme = parts.scheme.lower()
    if port and port != {"http": 80, "https": 443}.get(scheme):
        host = f"{host}:{port}"
    query = urlencode(sorted(p for p in parse_qsl(parts.query) if not _TRACKING.match(p[0])))
    return urlunsplit((scheme, host, parts.path or "/", query, ""))


def clean_id(text: str) -> str | None:
    """An id that is safe as key, header and label: no control characters, at most 256 long."""
    kept = "".join(c for c in text if unicodedata.category(c)[0] != "C").strip()
    return kept if len(kept) <= ID_LENGTH else f"long:{_digest(kept)}"


def content_hash(text: str | bytes) -> str:
    """A hash of the text, blind to letter case, width and white space; bytes count as they are."""
    if isinstance(text, bytes):
        return _digest(text)
    return _digest(" ".join(unicodedata.normalize("NFKC", text).casefold().split()))


def article_id(producer_id: str | None, url: str | None, content: str | bytes | None) -> str:
    """The producer's id, else the canonical URL, else the hash of the content."""
    known = clean_id(producer_id or "") or clean_id(canonical_url(url or ""))
    return known or f"hash:{content_hash(content or '')}"


def entity_id(name: str, type_: str) -> str:
    """Stable across articles for the same canonical name and type."""
    return f"{type_.lower()}:{_digest(' '.join(name.casefold().split()), type_, size=8)}"


def event_id(*parts: str | bytes) -> str:
    """A CloudEvents id: the same parts, the same id."""
    return _digest(*parts)
