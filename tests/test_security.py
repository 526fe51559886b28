"""Secured listeners of the real broker, and connections that do not fit together."""

import base64
import json
import re
import ssl
import time

import pytest
import trustme
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from kafka.admin import (
    ACL,
    ACLOperation,
    ACLPermissionType,
    KafkaAdminClient,
    ResourcePattern,
    ResourceType,
    UserScramCredentialUpsertion,
)

from streams.broker.admin import TopicSpec, create_topics
from streams.broker.embedded import EmbeddedBroker
from streams.broker.publish import publish
from streams.broker.reach import BrokerUnreachable, reachable
from streams.broker.security import (
    Connection,
    ConnectionFieldError,
    kafka_python_options,
    ssl_context,
)
from streams.broker.tail import tail
from streams.broker.tokens import TokenError

LISTENERS = {
    "SCRAM": "SASL_SSL",
    "MUTUAL": "SSL",
    "PLAIN": "SASL_PLAINTEXT",
    "TOKEN": "SASL_PLAINTEXT",
}
MODULES = "org.apache.kafka.common.security"


def private_key(cert, password=None):
    encryption = BestAvailableEncryption(password) if password else NoEncryption()
    key = load_pem_private_key(cert.private_key_pem.bytes(), None)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """A folder with our authority, a foreign one, the broker's and a client's certificates."""
    folder = tmp_path_factory.mktemp("certificates")
    ours = trustme.CA(key_type=trustme.KeyType.RSA)
    ours.cert_pem.write_to_path(folder / "ca.pem")
    trustme.CA().cert_pem.write_to_path(folder / "foreign-ca.pem")
    for name in ("127.0.0.1", "client"):
        cert = ours.issue_cert(name, key_type=trustme.KeyType.RSA)
        chain = b"".join(one.bytes() for one in cert.cert_chain_pems)
        (folder / f"{name}.pem").write_bytes(chain)
        (folder / f"{name}.key").write_bytes(private_key(cert, b"opensesame"))
        (folder / f"{name}-store.pem").write_bytes(private_key(cert) + chain)
    return folder


@pytest.fixture(scope="module")
def secured(tmp_path_factory, certificates):
    """A broker with one listener a mechanism, and the user anna, password secret."""
    properties = {
        "ssl.keystore.type": "PEM",
        "ssl.keystore.location": f"{certificates}/127.0.0.1-store.pem",
        "ssl.truststore.type": "PEM",
        "ssl.truststore.location": f"{certificates}/ca.pem",
        "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users": "User:ANONYMOUS",
        "allow.everyone.if.no.acl.found": "true",
        "listener.name.mutual.ssl.client.auth": "required",
        "listener.name.scram.sasl.enabled.mechanisms": "SCRAM-SHA-512",
        "listener.name.scram.scram-sha-512.sasl.jaas.config": (
            f"{MODULES}.scram.ScramLoginModule required;"
        ),
        "listener.name.plain.sasl.enabled.mechanisms": "PLAIN",
        "listener.name.plain.plain.sasl.jaas.config": (
            f'{MODULES}.plain.PlainLoginModule required user_anna="secret" user_bob="secret";'
        ),
        "listener.name.token.sasl.enabled.mechanisms": "OAUTHBEARER",
        "listener.name.token.oauthbearer.sasl.jaas.config": (
            f"{MODULES}.oauthbearer.OAuthBearerLoginModule required"
            ' unsecuredLoginStringClaim_sub="broker";'
        ),
    }
    broker = EmbeddedBroker(
        tmp_path_factory.mktemp("secured"), listeners=LISTENERS, extra_properties=properties
    )
    with broker:
        with KafkaAdminClient(bootstrap_servers=broker.bootstrap) as client:
            client.alter_user_scram_credentials(
                [UserScramCredentialUpsertion("anna", "SCRAM-SHA-512", "secret")]
            )
        yield broker


def unsecured_jwt(expires):
    parts = ({"alg": "none"}, {"sub": "anna", "iat": expires - 3600, "exp": expires})
    encoded = (base64.urlsafe_b64encode(json.dumps(part).encode()) for part in parts)
    return ".".join(one.decode().rstrip("=") for one in encoded) + "."


@pytest.fixture
def connect(secured, certificates):
    def scram(**changes):
        fields = {
            "security_protocol": "SASL_SSL",
            "sasl_mechanism": "SCRAM-SHA-512",
            "username": "anna",
            "password": "secret",
            "cafile": certificates / "ca.pem",
        }
        return Connection(secured.address("SCRAM"), **(fields | changes))

    def mutual(**changes):
        fields = {
            "security_protocol": "SSL",
            "cafile": certificates / "ca.pem",
            "certfile": certificates / "client.pem",
            "keyfile": certificates / "client.key",
            "key_password": "opensesame",
        }
        return Connection(secured.address("MUTUAL"), **(fields | changes))

    def plain(**changes):
        fields = {"sasl_mechanism": "PLAIN", "username": "anna", "password": "secret"}
        return Connection(secured.address("PLAIN"), "SASL_PLAINTEXT", **(fields | changes))

    def token(expires):
        return Connection(
            secured.address("TOKEN"),
            "SASL_PLAINTEXT",
            sasl_mechanism="OAUTHBEARER",
            token_command=f"echo {unsecured_jwt(expires)}",
        )

    made = {"scram": scram, "mutual": mutual, "plain": plain}
    made["token"] = lambda: token(int(time.time()) + 3600)
    made["expired token"] = lambda: token(int(time.time()) - 3600)
    return made


@pytest.mark.broker
@pytest.mark.parametrize("kind", ["scram", "mutual", "plain", "token"])
def test_messages_pass_a_secured_listener(connect, kind, topic_prefix):
    connection, topic = connect[kind](), topic_prefix + "raw"
    create_topics(connection, [TopicSpec(topic, 1, 1)])
    assert publish(connection, topic, [(b"1", b"secured", ())]).count == 1
    (message,) = tail(connection, [topic], from_beginning=True, follow=False)
    assert message.value == b"secured"


@pytest.mark.broker
def test_who_may_only_write_can_publish(secured, connect, topic_prefix):
    topic, value = topic_prefix + "raw", b"x" * 2000
    create_topics(Connection(secured.bootstrap), [TopicSpec(topic, 1, 1)])
    pattern = ResourcePattern(ResourceType.TOPIC, topic)
    rule = ACL("User:bob", "*", ACLOperation.WRITE, ACLPermissionType.ALLOW, pattern)
    with KafkaAdminClient(bootstrap_servers=secured.bootstrap) as client:
        client.create_acls([rule])
    assert publish(connect["plain"](username="bob"), topic, [(b"1", value, ())]).count == 1
    (message,) = tail(Connection(secured.bootstrap), [topic], from_beginning=True, follow=False)
    assert message.value == value


@pytest.mark.broker
@pytest.mark.parametrize("kind", ["scram", "plain"])
def test_a_wrong_password_is_said_to_be_refused(connect, kind):
    connection = connect[kind](password="wrong")
    with pytest.raises(BrokerUnreachable, match=r"refuses the .* login of anna .*password"):
        reachable(connection)


@pytest.mark.broker
def test_an_expired_token_is_said_to_be_refused(connect):
    with pytest.raises(BrokerUnreachable, match=r"OAUTHBEARER login of our token"):
        reachable(connect["expired token"]())


@pytest.mark.broker
def test_a_mechanism_that_is_not_offered_is_said_to_be_refused(connect):
    with pytest.raises(BrokerUnreachable, match=r"SCRAM-SHA-256 .*check the mechanism"):
        reachable(connect["scram"](sasl_mechanism="SCRAM-SHA-256"))


@pytest.mark.broker
def test_a_broker_of_a_foreign_authority_is_not_trusted(connect, certificates):
    with pytest.raises(BrokerUnreachable, match=r"CERTIFICATE_VERIFY_FAILED.*CA file"):
        reachable(connect["scram"](cafile=certificates / "foreign-ca.pem"))


@pytest.mark.broker
def test_a_broker_under_another_name_is_not_trusted(connect):
    connection = connect["scram"]()
    port = connection.bootstrap.rpartition(":")[2]
    renamed = Connection(
        f"localhost:{port}",
        "SSL",
        cafile=connection.cafile,
    )
    with pytest.raises(BrokerUnreachable, match="not valid for 'localhost'"):
        reachable(renamed)


@pytest.mark.broker
def test_tls_towards_a_plain_port_is_said_to_be_that(secured, certificates):
    connection = Connection(secured.bootstrap, "SSL", cafile=certificates / "ca.pem")
    with pytest.raises(BrokerUnreachable, match=r"no encrypted connection.*TLS port"):
        reachable(connection)


@pytest.mark.broker
def test_a_client_without_the_certificate_it_needs_is_refused(connect):
    connection = connect["mutual"](certfile=None, keyfile=None)
    with pytest.raises(BrokerUnreachable, match="your own certificate"):
        reachable(connection, timeout_s=2)


@pytest.mark.broker
def test_a_failing_token_command_is_not_taken_for_a_missing_broker(secured):
    connection = Connection(
        secured.address("TOKEN"),
        "SASL_PLAINTEXT",
        sasl_mechanism="OAUTHBEARER",
        token_command="false",
    )
    with pytest.raises(TokenError, match="'false' failed"):
        reachable(connection)


def test_secrets_are_not_shown():
    connection = Connection(
        "h:1",
        "SASL_SSL",
        sasl_mechanism="PLAIN",
        username="anna",
        password="hunter2",
        token_command="print --secret hunter3",
        key_password="hunter4",
    )
    assert "anna" in repr(connection)
    assert "hunter" not in repr(connection)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"bootstrap": ""}, "bootstrap"),
        ({"bootstrap": "host:port"}, "bootstrap"),
        ({"bootstrap": "kafka://host:9092"}, "bootstrap"),
        ({"bootstrap": "a:1,,b:2"}, "bootstrap"),
        ({"security_protocol": "SASL_SSL"}, "sasl_mechanism"),
        ({"security_protocol": "SASL_SSL", "sasl_mechanism": "PLAIN"}, "username"),
        (
            {"security_protocol": "SASL_SSL", "sasl_mechanism": "PLAIN", "username": "anna"},
            "password",
        ),
        ({"security_protocol": "SASL_SSL", "sasl_mechanism": "OAUTHBEARER"}, "token_command"),
        ({"security_protocol": "SSL", "keyfile": "client.key"}, "certfile"),
    ],
)
def test_what_does_not_fit_together_names_the_field(fields, name):
    with pytest.raises(ConnectionFieldError, match=f"^{name}: ") as caught:
        Connection(**({"bootstrap": "h:1"} | fields))
    assert caught.value.field == name


@pytest.mark.parametrize("address", ["host", "host:9092", "10.0.0.1:9092", "[::1]:9092"])
def test_addresses_are_taken(address):
    assert Connection(f" {address} , other:1").addresses == [address, "other:1"]


def test_a_plain_connection_has_no_tls():
    connection = Connection("h:1")
    assert ssl_context(connection) is None
    assert kafka_python_options(connection) == {
        "bootstrap_servers": ["h:1"],
        "security_protocol": "PLAINTEXT",
    }


def test_names_and_certificates_are_always_checked():
    context = ssl_context(Connection("h:1", "SSL"))
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_a_missing_ca_file_is_named(tmp_path):
    missing = tmp_path / "no-ca.pem"
    with pytest.raises(ConnectionFieldError, match=f"^cafile: {re.escape(str(missing))}"):
        ssl_context(Connection("h:1", "SSL", cafile=missing))


@pytest.mark.parametrize("password", [None, "wrong"])
def test_a_key_that_does_not_open_is_named(certificates, password):
    connection = Connection(
        "h:1",
        "SSL",
        certfile=certificates / "client.pem",
        keyfile=certificates / "client.key",
        key_password=password,
    )
    with pytest.raises(ConnectionFieldError, match=r"^certfile: .*client\.key"):
        ssl_context(connection)
