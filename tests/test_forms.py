import pytest

from agents.clean.forms import form_of, is_closed

THAI = "นายกรัฐมนตรีกล่าวว่าการประหยัดเป็นสิ่งที่หลีกเลี่ยงไม่ได้ เพราะเงินเฟ้อในประเทศยังคงเพิ่มสูงขึ้น"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("He left.”", True),
        ("He left", False),
        ("Il est parti, dit-elle. « Cela suffit. »", True),
        ("市长没有出席集会。", True),
        ("「水を飲みたい。」", True),
        ("هل تكفي هذه الإجراءات؟", True),
        ("वे चले गए।", True),
        ("Γιατί όμως πληρώνουν τα σχολεία;", True),
        ("Why do the schools pay;", False),
        (THAI, True),
        ("รัฐบาลอนุมัติงบประมาณปีหน้า", False),
    ],
)
def test_a_sentence_ends_as_its_script_has_it(text: str, *, closed: bool) -> None:
    assert is_closed(text) is closed


@pytest.mark.parametrize(("count", "form"), [(30, "weak"), (80, "prose")])
def test_many_words_are_prose_whatever_their_last_line_is(count: int, form: str) -> None:
    assert form_of(count, closed=False, function_share=0.4, listed=False) == form
