#!/bin/sh
# Checks what a machine must bring, one sentence for each thing that is missing, then hands over to
# Python. Called by make: `build_scripts/setup/bootstrap.sh python node browser`.
set -eu
cd "$(dirname "$0")/../.."

stop() {
    echo "Set-up stopped: $1" >&2
    exit 1
}

need() {
    command -v "$1" >/dev/null 2>&1 || stop "$1 is needed and was not found on PATH. On Debian: apt-get install $2"
}

# The first python3 on PATH that is new enough. (pyenv puts one in front that refuses to run where it
# lacks the version in .python-version, so the first is not always the one.)
new_python() (
    IFS=:
    for folder in $PATH; do
        python="$folder/python3"
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$python" && return
    done
    return 1
)

need git git
need python3 'python3 python3-venv'
python=$(new_python) || stop "no python3 on PATH is version 3.11 or newer."
need node nodejs
need npm npm
node --eval 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' ||
    stop "node is $(node --version); version 20 or newer is needed."

exec "$python" -m build_scripts.setup "$@"
