"""For maintainers: `python -m streams.broker.pin_jars 4.4.0 > jars.txt` pins another Kafka."""

import hashlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .artifacts import Jar


def pin(kafka_version: str) -> tuple[Jar, ...]:
    """Kafka's class path with its log4j made audible, as jgo's Python resolver finds it; sorted."""
    with tempfile.TemporaryDirectory() as cache:
        jars = list(_closure(f"org.apache.kafka:kafka_2.13:{kafka_version}", Path(cache)))
        # Kafka speaks slf4j 1.7 and brings log4j but not the bridge: without it the log is lost.
        log4j = next(jar.coordinate for jar in jars if ":log4j-core:" in jar.coordinate)
        bridge = log4j.replace(":log4j-core:", ":log4j-slf4j-impl:")
        # Resolved alone: beside Kafka, its managed versions would turn kafka-clients into 3.9.
        jars += [jar for jar in _closure(bridge, Path(cache)) if jar.coordinate == bridge]
    return tuple(sorted(jars, key=lambda jar: jar.coordinate))


def _closure(coordinate: str, cache: Path) -> Iterator[Jar]:
    from jgo.maven import MavenContext, PythonResolver

    context = MavenContext(resolver=PythonResolver(), repo_cache=cache)
    inputs, transitive = context.resolver.resolve([context.create_dependency(coordinate)])
    for found in (*inputs, *transitive):
        content = Path(found.artifact.resolve()).read_bytes()
        name = f"{found.groupId}:{found.artifactId}:{found.version}"
        yield Jar(name, len(content), hashlib.sha256(content).hexdigest())


if __name__ == "__main__":
    print("# group:artifact:version  bytes  sha256   (written by pin_jars.py)")
    for jar in pin(sys.argv[1]):
        print(jar.coordinate, jar.size_bytes, jar.sha256)
