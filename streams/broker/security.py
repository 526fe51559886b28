"""How to reach a Kafka: addresses, encryption, who we are; and what kafka-python makes of it."""

import re
import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from .tokens import AsyncTokens, token_command

SecurityProtocol = Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"]
SaslMechanism = Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"]

ADDRESS = re.compile(r"(\[[0-9a-fA-F:.%]+\]|[^\s:\[\]]+)(:\d{1,5})?")  # the port defaults to 9092


class ConnectionFieldError(ValueError):
    """A field of a Connection is missing or unusable; `field` is its name."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.field = name


@dataclass(frozen=True, slots=True)
class Connection:
    """A Kafka cluster. `bootstrap` is one or more host:port with commas between.

    Files are PEM. Raises ConnectionFieldError for what does not fit together.
    """

    bootstrap: str
    security_protocol: SecurityProtocol = "PLAINTEXT"
    sasl_mechanism: SaslMechanism | None = None
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    token_command: str | None = field(default=None, repr=False)
    cafile: Path | None = None
    certfile: Path | None = None
    keyfile: Path | None = None
    key_password: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for address in self.addresses:
            if not ADDRESS.fullmatch(address):
                raise ConnectionFieldError("bootstrap", f"{address!r} is not an address, host:port")
        if self.uses_sasl:
            self._check_sasl()
        if self.keyfile and not self.certfile:
            raise ConnectionFieldError("certfile", "a key file needs its certificate")

    @property
    def addresses(self) -> list[str]:
        """Each of the bootstrap addresses."""
        return [address.strip() for address in self.bootstrap.split(",")]

    @property
    def uses_tls(self) -> bool:
        """Whether the connection is encrypted."""
        return self.security_protocol in ("SSL", "SASL_SSL")

    @property
    def uses_sasl(self) -> bool:
        """Whether we say who we are with SASL."""
        return self.security_protocol in ("SASL_PLAINTEXT", "SASL_SSL")

    def _check_sasl(self) -> None:
        if self.sasl_mechanism is None:
            raise ConnectionFieldError("sasl_mechanism", f"{self.security_protocol} needs one")
        required: tuple[str, ...] = ("username", "password")
        if self.sasl_mechanism == "OAUTHBEARER":
            required = ("token_command",)
        for name in required:
            if not getattr(self, name):
                raise ConnectionFieldError(name, f"{self.sasl_mechanism} needs one")


def kafka_python_options(connection: Connection) -> dict[str, Any]:
    """Keyword arguments for every kafka-python client; raises ConnectionFieldError, TokenError."""
    options: dict[str, Any] = {
        "bootstrap_servers": connection.addresses,
        "security_protocol": connection.security_protocol,
    }
    if connection.uses_tls:
        options["ssl_context"] = ssl_context(connection)
    if connection.uses_sasl:
        options["sasl_mechanism"] = connection.sasl_mechanism
        if connection.sasl_mechanism == "OAUTHBEARER":
            options["sasl_oauth_token_provider"] = _token_provider(connection)
        else:
            options["sasl_plain_username"] = connection.username
            options["sasl_plain_password"] = connection.password
    return options


def ssl_context(connection: Connection) -> ssl.SSLContext | None:
    """The TLS side of a connection, None without TLS; raises ConnectionFieldError.

    Host names are always checked, against the system's authorities unless `cafile` names one.
    """
    if not connection.uses_tls:
        return None
    try:
        context = ssl.create_default_context(cafile=connection.cafile)
    except (OSError, ssl.SSLError) as error:
        raise ConnectionFieldError("cafile", f"{connection.cafile}: {error}") from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2  # some builds of Python leave it to OpenSSL
    if connection.certfile:
        try:
            context.load_cert_chain(
                connection.certfile, connection.keyfile, connection.key_password or ""
            )
        except (OSError, ssl.SSLError) as error:
            names = f"{connection.certfile}, {connection.keyfile}"
            raise ConnectionFieldError("certfile", f"{names}: {error}") from error
    return context


def async_token_provider(connection: Connection) -> AsyncTokens:
    """The OAUTHBEARER tokens of a connection, for aiokafka; raises TokenError."""
    from aiokafka.abc import AbstractTokenProvider

    AbstractTokenProvider.register(AsyncTokens)  # aiokafka insists on its own type
    return AsyncTokens(token_command(connection.token_command or ""))


def _token_provider(connection: Connection) -> object:
    from kafka.net.sasl.oauth import AbstractTokenProvider

    provider = token_command(connection.token_command or "")
    AbstractTokenProvider.register(type(provider))  # so does kafka-python
    return provider
