#!/bin/sh
# Installs what building Bereik needs and this machine lacks: a C and C++ compiler, make, cmake >= 3.16 and the sqlite3 command (the
# last two are called by the build of PROJ). Says nothing when all is there. Tries apt, then brew, then Python; tools that come from
# Python are put in .tools/bin, which the Makefile has in its PATH. Safe to run again.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
tools="$root/.tools"
PATH="$tools/bin:$PATH"
. "$root/scripts/common.sh"

# cmake 3.16 or later, going by the first two numbers of `cmake version 3.25.1`.
have_cmake() {
    have cmake || return 1
    version=$(cmake --version 2>/dev/null | sed -n '1s/^[^0-9]*\([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    major=${version% *}
    minor=${version#* }
    [ "${major:-0}" -gt 3 ] || { [ "${major:-0}" -eq 3 ] && [ "${minor:-0}" -ge 16 ]; }
}

missing() {
    { have cc && have c++; } || printf 'g++ '
    have make || printf 'make '
    have_cmake || printf 'cmake '
    have sqlite3 || printf 'sqlite3 '
}

lacks() { case " $(missing)" in *" $1 "*) return 0 ;; *) return 1 ;; esac }

by_apt() {
    have apt-get || return 0
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q || true
    # shellcheck disable=SC2046 # one word a package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $(missing) || return 0
}

by_brew() {
    have brew || return 0
    for tool in cmake sqlite3; do
        if lacks "$tool"; then brew install "$tool" || true; fi
    done
}

# cmake as a Python package, in a folder of its own so that no system folder is touched.
cmake_by_pip() {
    lacks cmake && have python3 || return 0
    python3 -m pip install --quiet --disable-pip-version-check --target "$tools/python" cmake || return 0
    [ -x "$tools/python/cmake/data/bin/cmake" ] || return 0
    mkdir -p "$tools/bin"
    ln -sf ../python/cmake/data/bin/cmake "$tools/bin/cmake"
}

# PROJ's build calls `sqlite3 DATABASE < STATEMENTS` and nothing else, which Python can do as well.
sqlite3_by_python() {
    lacks sqlite3 && have python3 && python3 -c 'import sqlite3' 2>/dev/null || return 0
    mkdir -p "$tools/bin"
    cp "$root/scripts/sqlite3_command.py" "$tools/bin/sqlite3"
    chmod +x "$tools/bin/sqlite3"
}

if ! have cargo; then
    echo "Rust is missing: install it from https://rustup.rs and run this again." >&2
    exit 1
fi

if [ -z "$(missing)" ]; then
    exit 0
fi

echo "Missing: $(missing)- trying to install" >&2
for way in by_apt by_brew cmake_by_pip sqlite3_by_python; do
    if [ -n "$(missing)" ]; then $way >&2; fi
done

if [ -n "$(missing)" ]; then
    cat >&2 <<MESSAGE

Still missing: $(missing)
Install these by hand and run this again:
  Debian, Ubuntu   sudo apt-get install g++ make cmake sqlite3
  Fedora           sudo dnf install gcc-c++ make cmake sqlite
  macOS            xcode-select --install; brew install cmake sqlite3
cmake must be 3.16 or later; \`sqlite3\` is the command of that name, not only its library.
MESSAGE
    exit 1
fi
