"""German names: every noun has a capital, so words, tags and compounds tell which are names."""

from .candidates import runs
from .clubs import is_mascot, is_of_league, opens_club
from .compounds import is_role
from .heads import TOWN_STARTS, is_unit
from .inflection import nominative_name
from .institutions import is_short_institution
from .landmarks import is_landmark
from .leading import is_of_city
from .lowercase import introduced, small_runs
from .numbers import is_motorway
from .openings import is_leader, keys, opening, splits
from .parts import german_parts, is_occasion, is_road
from .persons import is_first_name
from .plain import is_indefinite
from .subjects import bare_subjects, subject_runs
from .weather import is_weather

__all__ = [
    "TOWN_STARTS",
    "bare_subjects",
    "german_parts",
    "introduced",
    "is_first_name",
    "is_indefinite",
    "is_landmark",
    "is_leader",
    "is_mascot",
    "is_motorway",
    "is_occasion",
    "is_of_city",
    "is_of_league",
    "is_road",
    "is_role",
    "is_short_institution",
    "is_unit",
    "is_weather",
    "keys",
    "nominative_name",
    "opening",
    "opens_club",
    "runs",
    "small_runs",
    "splits",
    "subject_runs",
]
