"""Names of East Asia, whose family comes first: Lee Jae-myung, Yoon Suk Yeol, Xi Jinping."""

import re
from collections.abc import Sequence

# Families as Korea, Taiwan, Hong Kong and Singapore write them; given names have two syllables.
_SPELLED = frozenset(
    ("Kim", "Lee", "Park", "Pak", "Choi", "Choe", "Jung", "Jeong", "Chung", "Kang", "Cho", "Jo",
     "Yoon", "Yun", "Jang", "Lim", "Im", "Han", "Oh", "Seo", "Suh", "Shin", "Kwon", "Hwang",
     "Ahn", "An", "Song", "Ryu", "Yoo", "Hong", "Moon", "Ko", "Koh", "Yang", "Bae", "Paik",
     "Baek", "Heo", "Huh", "Nam", "Noh", "Roh", "Joo", "Ju", "Cha", "Woo", "Koo", "Na",
     "Ban", "Chun", "Sung", "Son", "Sohn", "Ri", "Hyon", "Byun", "Eom", "Chae", "Hyun",
     "Min", "Yeo", "Choo", "Chen", "Lin", "Huang", "Chang", "Wang", "Wu", "Liu", "Tsai",
     "Hsu", "Cheng", "Hsieh", "Kuo", "Hung", "Chiu", "Tseng", "Liao", "Lai", "Chou", "Yeh",
     "Su", "Chuang", "Lu", "Chiang", "Ho", "Hsiao", "Lo", "Kao", "Pan", "Chien", "Chu",
     "Peng", "Yu", "Tu", "Fu", "Tai", "Tang", "Wei", "Hou", "Ma", "Lien", "Wong", "Chan",
     "Cheung", "Lam", "Leung", "Lau", "Chow", "Ip", "Yip", "Tam", "Kwok", "Mak", "Tse",
     "Lui", "Tsang", "Goh", "Tan", "Teo", "Ong", "Tay", "Chua", "Loh", "Soong")
)  # fmt: skip
# Families as China writes them; the syllables of given names are written together.
_PINYIN = frozenset(
    ("Xi", "Li", "Wang", "Zhang", "Liu", "Chen", "Yang", "Zhao", "Huang", "Zhou", "Wu", "Xu",
     "Hu", "Zhu", "Gao", "Lin", "Guo", "Luo", "Liang", "Zheng", "Xie", "Tang",
     "Deng", "Feng", "Xiao", "Cheng", "Cao", "Peng", "Zeng", "Cai", "Pan", "Yuan", "Dong",
     "Ding", "Jiang", "Qin", "Wei", "Ye", "Du", "Xia", "Zhong", "Tian", "Ren", "Shi",
     "Yao", "Liao", "Zou", "Xiong", "Jin", "Lu", "Hao", "Bai", "Cui", "Mao", "Qiu", "Qian",
     "Wan", "Qi", "Nie", "Tong", "Meng", "Shao", "Bo", "Ma", "Han", "Hou", "Yu", "Fu",
     "Jia", "Lei")
)  # fmt: skip
_SYLLABLE = (
    r"(?:kw|hw|ch|sh|ts|hs|[bcdfghjklmnprstwyz])?"
    r"(?:y?(?:ae|eo|eu|oo|ou|oe|ee|ui|uh|oh|ah|[aeiou])|w[aeio]|i[aeou]|ao|ai|ei|uo|ua|ue)"
    r"(?:ng|[klmnpht])?"
)
_ONE = re.compile(_SYLLABLE, re.IGNORECASE)
_TWO = re.compile(rf"{_SYLLABLE}-{_SYLLABLE}", re.IGNORECASE)
_PINYIN_SYLLABLE = (
    r"(?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])?"
    r"(?:iang|iong|uang|ang|eng|ong|ing|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un|uo|ue|[aeiou])"
)
_TOGETHER = re.compile(rf"{_PINYIN_SYLLABLE}(?:{_PINYIN_SYLLABLE})?", re.IGNORECASE)


def is_eastern(parts: Sequence[str]) -> bool:
    """Whether a family of East Asia opens it and syllables of a given name follow."""
    family, given = parts[0], parts[1:]
    if not given or not all(part[0].isupper() for part in given):
        return False
    if len(given) == 2:
        return family in _SPELLED and all(_ONE.fullmatch(part) for part in given)
    if len(given) > 2:
        return False
    spelled = family in _SPELLED and _TWO.fullmatch(given[0])
    return bool(spelled or (family in _PINYIN and _TOGETHER.fullmatch(given[0])))


def is_given(family: str, text: str) -> bool:
    """Whether the word with a hyphen is a given name behind its family: Jae-myung behind Lee."""
    return family in _SPELLED and bool(_TWO.fullmatch(text))
