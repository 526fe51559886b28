"""Every setting: type, default, meaning. README, env.example and help come from here."""

from pathlib import Path
from typing import Any, Literal

import platformdirs
from pydantic import Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from .broker.properties import PORT
from .broker.security import Connection, ConnectionFieldError

PREFIX = "NEWSMILL_"


class SettingsError(Exception):
    """The operator's fault: a setting that does not exist or does not fit."""


class Settings(BaseSettings):
    """Read from flags, then NEWSMILL_*, then newsmill.toml, then these defaults."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, toml_file="newsmill.toml", extra="forbid",
        frozen=True,
    )  # fmt: skip

    bootstrap: str | None = Field(
        None,
        description="Kafka brokers, host:port by commas; without it one here on port 9092",
    )
    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = Field(
        "PLAINTEXT", description="how to talk to the brokers"
    )
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"] | None = (
        Field(None, description="how to prove who we are, for the SASL protocols")
    )
    sasl_username: str | None = Field(None, description="user name for PLAIN and SCRAM")
    sasl_password: SecretStr | None = Field(None, description="password for PLAIN and SCRAM")
    sasl_password_file: Path | None = Field(None, description="a file that holds the password")
    sasl_token_command: str | None = Field(
        None, description="a command that prints a bearer token, for OAUTHBEARER"
    )
    ssl_cafile: Path | None = Field(None, description="certificates of the authority, PEM")
    ssl_certfile: Path | None = Field(None, description="our own certificate, PEM")
    ssl_keyfile: Path | None = Field(None, description="our own key, PEM")
    ssl_key_password: SecretStr | None = Field(None, description="password of our own key")

    topic_prefix: str = Field(
        "news.", pattern=r"^[A-Za-z0-9._-]*$", description="stands before every topic's name"
    )
    partitions: int = Field(4, ge=1, description="partitions of new topics: most workers a stage")
    replication: int = Field(1, ge=1, description="copies of new topics; 3 on a real cluster")
    retention_hours: int = Field(168, ge=1, description="how long new topics keep messages")
    max_message_bytes: int = Field(
        10_000_000, ge=100_000, description="the largest message on new topics and in the workers"
    )

    summary_model: str = Field(
        "minilm",
        description="minilm (bundled, picks sentences), or a sequence-to-sequence model: a folder,"
        " or a hub name with a revision",
    )
    summary_model_revision: str | None = Field(None, description="commit of the model on the hub")
    summary_sentences: int = Field(4, ge=1, le=10, description="sentences of a summary at most")
    summary_chars: int = Field(480, ge=80, description="length of a summary at most, characters")
    entity_model: str = Field(
        "hanta",
        description="hanta (bundled, with rules), or a token-classification model: a folder,"
        " or a hub name with a revision",
    )
    entity_model_revision: str | None = Field(None, description="commit of the model on the hub")
    engine: Literal["auto", "torch", "onnx", "ctranslate2"] = Field(
        "auto",
        description="what runs models; auto: what is fastest of those that agree, as a worker"
        " finds out at its first start on a machine",
    )
    precision: Literal["auto", "fp32", "bf16", "int8"] = Field(
        "auto", description="of the models' weights and products; auto: as for the engine"
    )
    remembered_texts: int = Field(
        8192,
        ge=0,
        description="texts (for minilm: sentences) of which a worker keeps what its model found,"
        " so that copies and new versions do not pay again; 0: none",
    )
    max_article_chars: int = Field(
        400_000, ge=1000, description="a longer article is rejected as too-long, characters"
    )

    batch: int = Field(64, ge=1, le=4096, description="articles in one batch at most")
    linger_s: float = Field(
        0.0, ge=0, le=10, description="wait this long for fuller batches, seconds"
    )
    batch_deadline_s: float = Field(
        300.0, gt=0, description="a batch that takes longer ends the worker, seconds"
    )
    session_timeout_s: float = Field(
        10.0, ge=6, description="a silent worker loses its partitions after this, seconds"
    )
    commit_interval_s: float = Field(1.0, gt=0, description="between commits of offsets, seconds")
    static_membership: bool = Field(
        True, description="a worker that comes back at once keeps its partitions"
    )
    worker_id: str | None = Field(
        None,
        pattern=r"^[A-Za-z0-9._-]{1,200}$",  # what Kafka takes as a part of an instance id
        description="unique and stable for each worker of a stage; else host and free slot",
    )
    web_host: str = Field("127.0.0.1", description="address of /healthz, /readyz and /metrics")
    web_port: int = Field(
        6066, ge=0, le=65535, description="port of the first stage, the next ones follow; 0: any"
    )
    data_dir: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("newsmill")),
        description="where the embedded broker and the workers keep what must last",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="how much the workers say on standard error"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library names it
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library names it
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags, environment, newsmill.toml; the first that names a setting decides."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def connection(self) -> Connection:
        """How to reach the brokers: those named, else the one that `newsmill up` starts here.

        Raises SettingsError.
        """
        return self._checked(
            bootstrap=self.bootstrap or f"127.0.0.1:{PORT}",
            security_protocol=self.security_protocol,
            sasl_mechanism=self.sasl_mechanism,
            username=self.sasl_username,
            password=self._password(),
            token_command=self.sasl_token_command,
            cafile=self.ssl_cafile,
            certfile=self.ssl_certfile,
            keyfile=self.ssl_keyfile,
            key_password=_revealed(self.ssl_key_password),
        )

    @staticmethod
    def _checked(**fields: Any) -> Connection:
        try:
            return Connection(**fields)
        except ConnectionFieldError as error:
            raise SettingsError(f"the connection to Kafka: {error}") from None

    def given(self) -> dict[str, object]:
        """What is not left to its default, with its secrets: as a process of ours is told it."""
        found = {name: getattr(self, name) for name in sorted(self.model_fields_set)}
        return {
            name: _revealed(value) if isinstance(value, SecretStr) else value
            for name, value in found.items()
            if value is not None
        }

    def _password(self) -> str | None:
        if self.sasl_password_file is None:
            return _revealed(self.sasl_password)
        try:
            return self.sasl_password_file.read_text(encoding="utf-8").strip()
        except OSError as error:
            name = variable("sasl_password_file")
            raise SettingsError(f"{name}: {error.strerror}; name a file to read it from") from None


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + name.upper()


def _revealed(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() if secret else None
