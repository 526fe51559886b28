#!/usr/bin/env bash
# Pins every dependency with its hashes, from the ranges in pyproject.toml.
set -euo pipefail
cd "$(dirname "$0")/.."
options=(-q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra local pyproject.toml)
uv=${UV:-.venv/bin/uv}
"$uv" pip compile "${options[@]}" -o requirements/run.txt "$@"
"$uv" pip compile "${options[@]}" --group dev -c requirements/run.txt -o requirements/dev.txt "$@"
