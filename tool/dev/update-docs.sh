#!/usr/bin/env bash
# Writes the docs that are generated from the sources: docs/checks/,
# docs/config.schema.json, docs/overlay.schema.json and docs/assurance.md.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/../.."

warrant=${1:-build/release/bin/warrant}
if [[ $warrant == -* || ! -x $warrant ]]; then
  echo "usage: tool/dev/update-docs.sh [WARRANT]" >&2
  echo "  '$warrant' is not built; ./scan.sh builds it" >&2
  exit 2
fi

rm -f docs/checks/*.md
"$warrant" list --markdown-dir docs/checks
schema=$("$warrant" config --schema)
printf '%s\n' "$schema" >docs/config.schema.json
schema=$("$warrant" config --overlay-schema)
printf '%s\n' "$schema" >docs/overlay.schema.json
assurance=$(tool/dev/assurance.py "$warrant" .)
printf '%s\n' "$assurance" >docs/assurance.md
