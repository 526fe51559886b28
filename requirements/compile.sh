#!/usr/bin/env bash
# Pins every dependency with its hashes, from the ranges in pyproject.toml, and those of the
# programs that `newsmill bench --versus` runs, from the ranges beside them.
set -euo pipefail
cd "$(dirname "$0")/.."
pins=(-q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header)
options=("${pins[@]}" --extra local --extra onnx --extra ct2 pyproject.toml)
uv=${UV:-.venv/bin/uv}
"$uv" pip compile "${options[@]}" -o requirements/run.txt "$@"
"$uv" pip compile "${options[@]}" --extra bench --group dev -c requirements/run.txt -o requirements/dev.txt "$@"
for ranges in requirements/rivals/*.in; do
  "$uv" pip compile "${pins[@]}" "$ranges" -o "${ranges%.in}.txt" "$@"
done
