import pytest

from agents.clean.decode import decode, repair
from agents.errors import Reject


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        ("Grüße".encode(), None),
        ("Grüße".encode("utf-8-sig"), None),
        ("Grüße".encode("utf-16"), None),
        ("Grüße".encode("latin-1"), "text/plain; charset=ISO-8859-1"),
        (b'<meta charset="windows-1252"><p>' + "Grüße".encode("cp1252"), "text/html"),
        ("Grüße".encode(), "text/plain; charset=latin-1"),
    ],
)
def test_bytes_become_the_text_they_are(content: bytes, content_type: str | None) -> None:
    assert decode(content, content_type).removeprefix("\ufeff").endswith("Grüße")


def test_undeclared_encoding_is_detected() -> None:
    text = "Der Bürgermeister hält die Pläne für überzogen und möchte sie ändern. " * 5
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    "text",
    [
        "El niño español volvió ayer a la montaña con su compañía.",
        "Le maire a été élu hier soir à la mairie de Nîmes, où il siège déjà.",
        "„Größe“ – 20°C in Köln, sagte sie über die Straße.",
        "Staden öppnade på måndagen sin nya hamn efter sex års arbete.",
        "A população não pagará, disse a presidente após a reunião.",
    ],
)
def test_western_texts_are_not_taken_for_their_neighbours(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Město otevřelo v pondělí nový přístav po šesti letech práce a žádá víc."),
        ("cp1254", "Kiel şehri altı yıllık çalışmanın ardından yeni limanını pazartesi açtı."),
        ("cp1251", "Город открыл в понедельник новый порт после шести лет работ."),
    ],
)
def test_others_are_still_detected(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("charset", ["iso-8859-1", "latin1", "US-ASCII"])
def test_latin_1_is_read_as_windows_1252(charset: str) -> None:
    content = "„Grüße“ – gern".encode("cp1252")
    assert decode(content, f"text/plain; charset={charset}") == "„Grüße“ – gern"
    page = f"<meta charset={charset}>".encode() + content
    assert decode(page).endswith("„Grüße“ – gern")


def test_a_byte_that_windows_1252_lacks_spoils_no_other() -> None:
    content = "Le président a décidé x\x81y".encode("latin-1")
    assert decode(content, "text/plain; charset=iso-8859-1") == "Le président a décidé x\x81y"


@pytest.mark.parametrize(("encoding", "text"), [
    ("cp1251", "Город открыл в понедельник новый порт после шести лет работ."),
    ("iso8859-7", "Η κυβέρνηση ανακοίνωσε τη Δευτέρα νέα μέτρα για το λιμάνι της πόλης."),
])  # fmt: skip
def test_who_says_ascii_may_write_anything(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "text/plain; charset=us-ascii") == text


def test_binary_content_is_unreadable() -> None:
    with pytest.raises(Reject) as rejection:
        decode(bytes(range(32)) * 50)
    assert rejection.value.reason == "unreadable"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("fÃ¼r alle", "für alle"),
        ("â€žGanz gutâ€œ", "„Ganz gut“"),
        ("passé…» LE CAFÉ…", "passé…» LE CAFÉ…"),
        ("Bundes\u00adtag", "Bundestag"),
        ("3\u00a0Euro", "3 Euro"),
        ("a\u200bb\u202ec", "abc"),
        ("aâ€‹b", "ab"),  # a broken character that nobody sees
        ("u\u0308ber", "über"),
        ("a\x00b", "ab"),
        ("a\ud800b", "a\ufffdb"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200cb", "ab"),
    ],
)
def test_text_is_repaired(raw: str, shown: str) -> None:
    assert repair(raw).text == shown


def test_entities_of_coded_text_are_resolved_and_lead_back() -> None:
    raw = "K&ouml;ln &amp;uuml;ber AT&T &foo; 3&nbsp;&#8212;"
    repaired = repair(raw, rounds=2)
    assert repaired.text == "Köln über AT&T &foo; 3 —"
    at = repaired.text.index("ü")
    assert repaired.raw[slice(*repaired.raw_span(at, at + 1))] == "&amp;uuml;"
    assert repair(raw).text == raw  # a page's own are resolved with its tags


def test_every_character_leads_back_to_its_raw_range() -> None:
    repaired = repair("\ufefffÃ¼r\u00ad u\u0308ber\u00a0x")
    spans = [repaired.raw_span(at, at + 1) for at in range(len(repaired.text))]
    pieces = [repaired.raw[start:end] for start, end in spans]
    assert pieces == ["f", "Ã¼", "r", " ", "u\u0308", "b", "e", "r", "\u00a0", "x"]


def test_a_letter_before_a_composed_one_keeps_its_own_place() -> None:
    repaired = repair("x\U0002f800e\u0301")
    assert repaired.text == "x\u4e3d\xe9"
    assert [repaired.raw_span(at, at + 1) for at in range(3)] == [(0, 1), (1, 2), (2, 4)]
