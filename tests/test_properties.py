"""The files Kafka is started from."""

import base64

from streams.broker.properties import (
    MAX_MESSAGE_BYTES,
    format_log_dir,
    server_properties,
    write_configuration,
)

PORTS = {"PLAINTEXT": 1001, "CONTROLLER": 1002, "SECURE": 1003}


def properties(tmp_path, extra=()):
    return server_properties(tmp_path, PORTS, {"SECURE": "SASL_SSL"}, dict(extra))


def test_every_listener_is_on_the_loopback(tmp_path):
    found = properties(tmp_path)
    assert found["listeners"] == (
        "PLAINTEXT://127.0.0.1:1001,CONTROLLER://127.0.0.1:1002,SECURE://127.0.0.1:1003"
    )
    assert found["advertised.listeners"] == ("PLAINTEXT://127.0.0.1:1001,SECURE://127.0.0.1:1003")
    assert found["listener.security.protocol.map"] == (
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL"
    )


def test_own_properties_win(tmp_path):
    assert properties(tmp_path)["num.io.threads"] == "2"
    assert properties(tmp_path, {"num.io.threads": "8"})["num.io.threads"] == "8"


def test_messages_of_10_mb_pass_everywhere(tmp_path):
    found = properties(tmp_path)
    assert MAX_MESSAGE_BYTES > 10_500_000
    for name in ("message.max.bytes", "replica.fetch.max.bytes", "socket.request.max.bytes"):
        assert int(found[name]) >= MAX_MESSAGE_BYTES


def test_backslashes_are_kept(tmp_path):
    extra = {"ssl.keystore.location": "C:\\keys\\broker.pem"}
    *_, path = write_configuration(tmp_path, tmp_path, PORTS, {}, extra)
    written = (tmp_path / "server.properties").read_text()
    assert path == str(tmp_path / "server.properties")
    assert "ssl.keystore.location=C:\\\\keys\\\\broker.pem\n" in written


def test_a_log_folder_gets_one_identity_for_good(tmp_path):
    folder = tmp_path / "new" / "folder"
    format_log_dir(folder)
    first = (folder / "meta.properties").read_text()
    format_log_dir(folder)
    assert (folder / "meta.properties").read_text() == first
    fields = dict(line.split("=", 1) for line in first.splitlines())
    assert (fields["version"], fields["node.id"]) == ("1", "1")
    for name in ("cluster.id", "directory.id"):
        assert len(base64.urlsafe_b64decode(fields[name] + "==")) == 16
    assert fields["cluster.id"] != fields["directory.id"]
