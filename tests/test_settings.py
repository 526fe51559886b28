"""Settings: where they come from, which wins, what is said when one does not fit."""

from pathlib import Path

import pytest

from streams.data_folder import data_folder
from streams.loading import load
from streams.settings import Settings, SettingsError, variable


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_setting_says_what_it_means_and_has_a_default() -> None:
    assert all(field.description for field in Settings.model_fields.values())
    assert not any(field.is_required() for field in Settings.model_fields.values())


def test_flags_win_over_the_environment_over_the_file_over_defaults(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load().partitions == 4
    (folder / "newsmill.toml").write_text("partitions = 5\n", "utf-8")
    assert load().partitions == 5
    monkeypatch.setenv("NEWSMILL_PARTITIONS", "6")
    assert load().partitions == 6
    assert load({"partitions": "7"}).partitions == 7


def test_a_flag_that_was_not_given_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSMILL_BOOTSTRAP", "kafka:9092")
    assert load({"bootstrap": None}).bootstrap == "kafka:9092"


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSMILL_PARTITIONS", "")
    assert load().partitions == 4


def test_an_unknown_variable_suggests_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSMILL_BOOTSTRAPS", "kafka:9092")
    with pytest.raises(SettingsError, match=r"NEWSMILL_BOOTSTRAPS is no setting; did you mean "
                       r"NEWSMILL_BOOTSTRAP\?"):  # fmt: skip
        load()


def test_an_unknown_name_in_the_file_suggests_the_nearest(folder: Path) -> None:
    (folder / "newsmill.toml").write_text("topic_prefx = 'a.'\n", "utf-8")
    with pytest.raises(
        SettingsError, match=r"newsmill\.toml: topic_prefx is no setting; did you mean topic_pre"
    ):
        load()


def test_a_variable_in_the_file_is_told_its_plain_name(folder: Path) -> None:
    (folder / "newsmill.toml").write_text("NEWSMILL_BATCH = 3\n", "utf-8")
    with pytest.raises(SettingsError) as caught:
        load()
    assert str(caught.value) == "newsmill.toml: NEWSMILL_BATCH is no setting: write `batch`"


def test_an_unknown_flag_is_not_blamed_on_the_file() -> None:
    with pytest.raises(SettingsError, match=r"^partition is no setting; did you mean partitions"):
        load({"partition": "3"})


def test_a_data_folder_that_cannot_be_had_names_its_setting(folder: Path) -> None:
    (folder / "file").touch()
    with pytest.raises(SettingsError) as caught:
        data_folder(Settings(data_dir=folder / "file" / "data"))
    assert str(caught.value) == (
        f"data folder {folder}/file/data: Not a directory; set NEWSMILL_DATA_DIR to a folder that"
        " can be written"
    )


def test_a_broken_file_is_named(folder: Path) -> None:
    (folder / "newsmill.toml").write_text("partitions = \n", "utf-8")
    with pytest.raises(SettingsError, match=r"newsmill\.toml"):
        load()


@pytest.mark.parametrize(
    ("name", "value"),
    [("partitions", "0"), ("topic_prefix", "news/"), ("security_protocol", "TLS"),
     ("session_timeout_s", "1"), ("web_port", "70000"), ("worker_id", "a b")],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_its_value(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{variable(name)}: .*got '{value}'"):
        load({name: value})


def test_secrets_are_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSMILL_SASL_PASSWORD", "hunter2")
    settings = load({"bootstrap": "kafka:9092"})
    assert "hunter2" not in repr(settings) + str(settings.model_dump()) + repr(settings.connection)
    assert settings.connection.password == "hunter2"
    with pytest.raises(SettingsError) as caught:
        load({"ssl_key_password": ["hunter2"]})
    assert "hunter2" not in str(caught.value)


def test_a_password_may_come_from_a_file(folder: Path) -> None:
    file = folder / "password"
    file.write_text("hunter2\n", "utf-8")
    flags = {"bootstrap": "kafka:9092", "sasl_password_file": str(file)}
    assert load(flags).connection.password == "hunter2"
    with pytest.raises(SettingsError, match="NEWSMILL_SASL_PASSWORD_FILE: No such file"):
        _ = load({**flags, "sasl_password_file": str(folder / "none")}).connection


def test_where_no_broker_is_named_it_is_the_one_that_up_starts_here() -> None:
    assert load().connection.addresses == ["127.0.0.1:9092"]


def test_half_a_login_is_the_operators_fault() -> None:
    settings = load({"bootstrap": "kafka:9092", "security_protocol": "SASL_SSL"})
    with pytest.raises(SettingsError, match="sasl_mechanism"):
        _ = settings.connection


def test_what_is_given_is_told_with_its_secrets() -> None:
    settings = Settings(batch=7, sasl_password="hush", worker_id=None)
    assert settings.given() == {"batch": 7, "sasl_password": "hush"}
