"""Articles from files of every form."""

import io
import json
import sys
from pathlib import Path

import pytest

from streams import files
from streams.documents import NoArticles
from streams.files import Numbering, count, read, samples
from streams.message import Message

ONE, TWO = {"id": "1", "text": "Eins"}, {"id": "2", "text": "Zwei"}


def messages(path: Path) -> list[Message]:
    return list(read([str(path)], "news.raw"))


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def piped(monkeypatch: pytest.MonkeyPatch, content: bytes) -> list[Message]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    return list(read(["-"], "news.raw"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}\r\n"),
        ("a.ndjson", "\ufeff" + f"{json.dumps(ONE)}\n{json.dumps(TWO)}"),
        ("a.json", json.dumps([ONE, TWO], indent=2)),
        ("a.json", f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n"),
        ("a.JSON", json.dumps([ONE, TWO])),
        ("nameless", f"\n{json.dumps(ONE)}\n{json.dumps(TWO)}\n"),
        ("nameless", json.dumps([ONE, TWO], indent=2)),
    ],
)
def test_json_in_all_its_forms_gives_a_message_an_article(
    tmp_path: Path, name: str, content: str
) -> None:
    found = messages(written(tmp_path, name, content))
    assert [json.loads(m.value or b"") for m in found] == [ONE, TWO]
    assert [(m.topic, m.key, m.offset) for m in found] == [
        ("news.raw", b"1", 0),
        ("news.raw", b"2", 1),
    ]


def test_one_object_over_several_lines_is_one_article(tmp_path: Path) -> None:
    for name in ("a.json", "nameless"):
        [found] = messages(written(tmp_path, name, json.dumps(ONE, indent=2)))
        assert json.loads(found.value or b"") == ONE


@pytest.mark.parametrize(
    ("name", "content_type"), [("a.txt", b"text/plain"), ("a.html", b"text/html")]
)
def test_a_text_or_page_is_one_article_of_its_type(
    tmp_path: Path, name: str, content_type: bytes
) -> None:
    [found] = messages(written(tmp_path, name, b"Caf\xe9\n\nZwei"))
    assert (found.value, found.key) == (b"Caf\xe9\n\nZwei", None)
    assert found.headers == (("content-type", content_type),)


def test_what_is_broken_stays_what_it_was(tmp_path: Path) -> None:
    found = messages(written(tmp_path, "a.jsonl", b'{"id": "1", \n\xff\xfe\n'))
    assert [(m.key, m.value) for m in found] == [(None, b'{"id": "1",'), (None, b"\xff\xfe")]


def test_an_article_that_cannot_be_read_is_keyed_by_its_id(tmp_path: Path) -> None:
    [found] = messages(written(tmp_path, "a.jsonl", '{"id": "a", "content": 5}'))
    assert found.key == b"a"


def test_an_article_without_id_is_keyed_by_its_url(tmp_path: Path) -> None:
    line = json.dumps({"url": "https://a.example/x#top", "text": "Eins"})
    [found] = messages(written(tmp_path, "a.jsonl", line))
    assert found.key == b"https://a.example/x"


def test_several_files_are_numbered_through(tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{n}.txt", str(n)) for n in range(3)]
    found = read(map(str, paths), "news.raw")
    assert [(m.value, m.offset) for m in found] == [(b"0", 0), (b"1", 1), (b"2", 2)]


@pytest.mark.parametrize(
    ("content", "values"),
    [
        (b'{"id":"1"}\n{"id":"2"}\n', [b'{"id":"1"}', b'{"id":"2"}']),
        (b"\n<p>One</p>\n<p>Two</p>\n", [b"<p>One</p>\n<p>Two</p>\n"]),
        (b"One.\n\nTwo.", [b"One.\n\nTwo."]),
        (b" \n", []),
    ],
    ids=["json lines", "page", "text", "nothing"],
)
def test_standard_input_is_what_it_looks_like(
    monkeypatch: pytest.MonkeyPatch, content: bytes, values: list[bytes]
) -> None:
    assert [m.value for m in piped(monkeypatch, content)] == values


@pytest.mark.parametrize("name", ["a.json", "a.dat"])
@pytest.mark.parametrize("indent", [None, 1])
def test_json_that_is_cut_off_is_no_article(tmp_path: Path, name: str, indent: int | None) -> None:
    whole = json.dumps([ONE, TWO], indent=indent)
    file = written(tmp_path, name, whole[: len(whole) - 5])
    with pytest.raises(NoArticles, match=rf"{name} is no JSON .*cut off"):
        list(read([str(file)], "news.raw"))


def test_json_lines_by_another_name_are_read_line_by_line(tmp_path: Path) -> None:
    file = written(tmp_path, "a.json", f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}\n")
    assert len(list(read([str(file)], "news.raw"))) == 2


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "ok", "totalResults": 2, "articles": [ONE, TWO]},
        {"response": {"status": "ok", "results": [ONE, TWO], "tags": [{"name": "a"}]}},
    ],
)
def test_an_api_s_answer_is_the_articles_in_it(tmp_path: Path, answer: object) -> None:
    file = written(tmp_path, "a.json", json.dumps(answer))
    assert [json.loads(m.value or b"") for m in read([str(file)], "news.raw")] == [ONE, TWO]


@pytest.mark.parametrize(
    "article",
    [
        {"title": "A", "text": "B", "related": [{"url": "https://x.example"}]},
        {"@graph": [{"@type": "NewsArticle", "headline": "A", "url": "https://x.example"}]},
        {"data": {"title": "A", "links": [{"url": "https://x.example"}]}},
    ],
)
def test_lists_within_an_article_are_its_own(tmp_path: Path, article: object) -> None:
    file = written(tmp_path, "a.json", json.dumps(article))
    assert [json.loads(m.value or b"") for m in read([str(file)], "news.raw")] == [article]


def test_a_text_that_begins_with_a_bracket_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"[Video] Ferry runs aground\n\nAll were saved."
    assert [m.value for m in piped(monkeypatch, text)] == [text]


def test_the_samples_are_sixteen_articles_with_ids() -> None:
    found = [json.loads(line) for line in samples().read_text("utf-8").splitlines()]
    assert len({article["id"] for article in found}) == 16
    assert {article["content_type"] for article in found} == {"text/plain", "text/html"}


def test_articles_are_counted_where_files_can_be_read_twice(tmp_path: Path) -> None:
    lines = written(tmp_path, "a.jsonl", f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n")
    text = written(tmp_path, "a.txt", "Eins")
    assert count([str(lines), str(text)]) == 3
    assert count([str(lines), "-"]) is None


def test_an_article_is_named_by_its_file_and_its_number_there(tmp_path: Path) -> None:
    text = str(written(tmp_path, "a.txt", "Eins"))
    lines = str(written(tmp_path, "a.jsonl", f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n"))
    numbering = Numbering()
    list(read([text, lines], "news.raw", numbering))
    names = [numbering.name(number) for number in range(numbering.count)]
    assert names == [text, f"{lines}, article 1", f"{lines}, article 2"]


@pytest.mark.parametrize("name", ["device", "articles.jsonl", "article.txt"])
def test_what_has_no_end_is_no_article_and_fills_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(files, "_LONGEST", 1 << 20)
    endless = tmp_path / name
    endless.write_bytes(b"\0" * (1 << 20))
    with pytest.raises(NoArticles, match=f"{name} has .* than 1 MiB, which is no article"):
        list(read([str(endless)], "news.raw"))


def test_a_text_without_end_behind_its_first_line_is_no_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_LONGEST", 1 << 20)
    endless = tmp_path / "noise"
    endless.write_bytes(b"Noise\n" * (1 << 18))
    with pytest.raises(NoArticles, match="has more than 1 MiB"):
        list(read([str(endless)], "news.raw"))
