#!/usr/bin/env bash
# Build wheel and source archive, look at what they hold, and try each in a clean environment.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}
rm -rf dist build/dist && mkdir -p build/dist
"$python" -m build --outdir dist .
for made in dist/*.whl dist/*.tar.gz; do
    environment=build/dist/$(basename "$made")
    python3 -m venv "$environment"
    "$environment/bin/python" -m pip install --quiet "$made"
    (
        cd build/dist
        printf '<html lang="en"><p>The project is co-funded by the EU.</p></html>' > page.html
        status=0
        "$(basename "$environment")/bin/publicity-check" check --isolated page.html > report.txt || status=$?
        [ "$status" = 1 ] || { echo "$made: check ended with $status instead of 1"; exit 1; }
        "$(basename "$environment")/bin/publicity-check" rules list > rules.txt
        [ "$(wc -l < rules.txt)" -gt 100 ] || { echo "$made: the rules are missing"; exit 1; }
    )
    echo "$made works"
done
