#!/bin/sh
# Brings what the test of the page needs and this machine lacks: a Chromium, and the npm packages that drive it and check its accessibility.
# Packages come into .tools/page, never into a folder of the system. What cannot be brought is said; the test then steps aside, or fails in CI.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
page="$root/.tools/page"
. "$root/scripts/common.sh"

browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if have "$name"; then command -v "$name"; return 0; fi
    done
    return 1
}

if ! browser >/dev/null && have apt-get; then
    echo "Missing: a browser for the test of the page - trying to install" >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core >&2 || true
fi

# Fixed versions: what passes today passes tomorrow.
packages="playwright-core@1.64.1 axe-core@4.14.1"
if have npm && [ "$(cat "$page/installed" 2>/dev/null)" != "$packages" ]; then
    mkdir -p "$page"
    printf '{"private": true}\n' > "$page/package.json"
    # shellcheck disable=SC2086 # one word a package
    if npm install --prefix "$page" --no-package-lock --no-audit --no-fund --silent $packages >&2; then
        echo "$packages" > "$page/installed"
    fi
fi

if ! browser >/dev/null || [ ! -f "$page/installed" ]; then
    echo "The test of the page needs Chromium, Node.js and npm; without them it steps aside." >&2
fi
