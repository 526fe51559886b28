"""A worker that says it is ready has loaded what its first article needs."""

import subprocess
import sys
from functools import partial

import pytest

from agents.clean import clean
from agents.errors import Reject
from schemas import RawArticle
from streams.launch import find_stages
from streams.settings import Settings
from streams.stage import each
from streams.warming import warm

SCRIPT = """
import sys
from streams.bench.articles import cleaned, samples
from streams.bench.offline import incoming
from streams.launch import find_stages, make_sender
from streams.settings import Settings
from streams.warming import warm

settings = Settings()
raw = samples(24)
[stage] = find_stages(settings, [sys.argv[1]])
sender = make_sender(settings, stage, "warm")
warm(stage, sender.prepared.function)
known = {*sys.modules}
if sys.argv[1] == "clean":
    list(sender.work(incoming("raw", raw)))
else:
    articles = cleaned(settings, raw)
    known = {*sys.modules}
    list(sender.work(incoming("clean", articles)))
print(sorted({*sys.modules} - known))
"""


@pytest.mark.parametrize("stage", ["clean", "recognize"])
def test_the_first_article_loads_nothing_more(stage, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, stage], capture_output=True, text=True, check=True,
        env={"NEWSMILL_DATA_DIR": str(tmp_path), "PYTHONPATH": ":".join(filter(None, sys.path))},
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


class Untaught:
    """A memory that nothing may be told."""

    def sight(self, *_args, **_options):
        raise AssertionError("the memory was asked")


def test_no_memory_takes_note_of_it():
    [stage] = find_stages(Settings(), ["clean"])
    function = each(partial(clean, memory=Untaught()))
    with pytest.raises(AssertionError, match="asked"):
        function([RawArticle(content="A ship left. It was late.", source="a.example")])
    warm(stage, function)


def test_it_is_an_article_as_others_are():
    done = []
    [stage] = find_stages(Settings(), ["clean"])
    warm(stage, lambda articles: done.extend(each(clean)(articles)))
    assert len(done) == 2
    assert not any(isinstance(one, Reject) for one in done)
