#!/bin/sh
# Installs the peers of bench/typography: TeX and LibreOffice as packages of the system (with root's rights, Debian or Ubuntu), Typst and WeasyPrint in .peers/.
# What can't be installed is skipped; the run says so.
set -u
cd "$(dirname "$0")/../.."
if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  apt-get install -y --no-install-recommends texlive-luatex texlive-latex-recommended texlive-lang-european libreoffice-writer-nogui hyphen-nl libpango-1.0-0 libpangoft2-1.0-0
else
  echo "skipped: TeX and LibreOffice; install texlive-luatex, texlive-latex-recommended, texlive-lang-european, libreoffice-writer-nogui and hyphen-nl" >&2
fi
test -x .peers/bin/python || python3 -m venv .peers
.peers/bin/python -m pip install --quiet --disable-pip-version-check "typst>=0.14" "weasyprint>=68" || echo "skipped: Typst and WeasyPrint" >&2
