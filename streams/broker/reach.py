"""Whether a Kafka can be reached, and if not, why: kafka-python itself only says "timeout"."""

import re
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_exponential

from .security import Connection, kafka_python_options
from .tokens import TokenError

if TYPE_CHECKING:
    from kafka import KafkaAdminClient

REACH_TIMEOUT_S = 10.0
_MILLISECONDS = re.compile(r"\b(\d{3,}(?:\.\d+)?) ms\b")  # kafka-python gives twelve decimals


class BrokerUnreachable(Exception):  # noqa: N818 - the name says what is wrong
    """No broker of the cluster can be used; the text names the address and what to try."""


def reachable(connection: Connection, timeout_s: float = REACH_TIMEOUT_S) -> None:
    """Return when a broker answers and lets us in; raises BrokerUnreachable, at once if denied.

    Also raises what `kafka_python_options` raises.
    """
    _answering(connection, timeout_s)


@contextmanager
def admin_client(connection: Connection) -> Iterator["KafkaAdminClient"]:
    """kafka-python's admin client on a cluster that answers; raises BrokerUnreachable."""
    from kafka import KafkaAdminClient

    options = kafka_python_options(connection)
    options["bootstrap_servers"] = _answering(connection, REACH_TIMEOUT_S)
    with KafkaAdminClient(**options) as client:
        yield client


def _answering(connection: Connection, timeout_s: float) -> str:
    """The first address of the connection whose broker lets us in."""
    from kafka.errors import KafkaError

    tries = Retrying(
        stop=stop_after_delay(timeout_s),
        wait=wait_exponential(0.1, max=1),
        retry=retry_if_exception(_may_pass),
        reraise=True,
    )
    try:
        return tries(_greet_any, connection, time.monotonic() + timeout_s)
    except (KafkaError, OSError) as error:
        raise BrokerUnreachable(_explain(connection, error)) from error


def _greet_any(connection: Connection, deadline: float) -> str:
    errors = []
    for address in connection.addresses:
        try:
            _greet(kafka_python_options(connection) | {"bootstrap_servers": address}, deadline)
        except Exception as error:
            errors.append(error)
        else:
            return address
    raise next((error for error in errors if not _may_pass(error)), errors[-1])


def _greet(options: dict[str, Any], deadline: float) -> None:
    """Connect and log in to one broker and ask it for the others.

    This is kafka-python's own bootstrap, with the errors that it swallows.
    """
    from kafka.errors import KafkaConnectionError, SaslAuthenticationFailedError
    from kafka.net.manager import KafkaConnectionManager
    from kafka.net.selector import NetworkSelector

    net = NetworkSelector()
    manager = KafkaConnectionManager(net, **options)
    (broker,) = manager.cluster.bootstrap_brokers()

    async def connect() -> None:
        connecting = manager.get_connection(broker.node_id, timeout_ms=_left_ms(deadline))
        try:
            await manager.wait_for(connecting.init_future, _left_ms(deadline))
        except KafkaConnectionError as error:
            # A broker refuses a login with an answer and a close; seeing both at once,
            # kafka-python loses the answer. Its version it has told before the login.
            if connecting.sasl_enabled and connecting.broker_version is not None:
                raise SaslAuthenticationFailedError("it hung up on us") from error
            raise

    try:
        _knock(broker.host, broker.port, options.get("ssl_context"), deadline)
        manager.run(connect)
        manager.bootstrap(_left_ms(deadline))
    finally:
        manager.close()
        net.close()


def _knock(host: str, port: int, tls: ssl.SSLContext | None, deadline: float) -> None:
    """Connect as far as TLS: kafka-python leaks the sockets with which it fails at that."""
    with socket.create_connection((host, port), _left_ms(deadline) / 1000) as plain:
        if tls is not None:
            tls.wrap_socket(plain, server_hostname=host).close()


def _left_ms(deadline: float) -> float:
    return max(200.0, (deadline - time.monotonic()) * 1000)  # one last honest try


def _may_pass(error: BaseException) -> bool:
    """Whether trying again could help: not when the broker, or we, said no."""
    from kafka.errors import BrokerResponseError, IncompatibleBrokerVersion

    return not isinstance(
        error, BrokerResponseError | IncompatibleBrokerVersion | TokenError | ssl.SSLError
    ) and "SSL" not in str(error)


def _in_seconds(found: re.Match[str]) -> str:
    return f"{float(found[1]) / 1000:.0f} s"


def _explain(connection: Connection, error: BaseException) -> str:
    from kafka.errors import SaslAuthenticationFailedError, UnsupportedSaslMechanismError

    # kafka-python begins with the names of its classes: the last part is for people.
    reason = _MILLISECONDS.sub(_in_seconds, str(error).rpartition("Error: ")[2])
    where = connection.bootstrap
    if isinstance(error, SaslAuthenticationFailedError | UnsupportedSaslMechanismError):
        return (
            f"the broker at {where} refuses the {connection.sasl_mechanism} login of"
            f" {connection.username or 'our token'} ({reason}): check the mechanism, and the user"
            " name and password, or what the token command prints"
        )
    if "SSL" in reason:
        return (
            f"no encrypted connection to {where} ({reason}): check that the port is the broker's"
            " TLS port, that the CA file is the one that signed its certificate, and your own"
            " certificate if it asks for one"
        )
    return (
        f"no broker answers at {where} ({reason}): check that Kafka runs there, the address and"
        f" that its port speaks {connection.security_protocol}; `newsmill up` starts one here,"
        " and NEWSMILL_BOOTSTRAP=host:port names another"
    )
