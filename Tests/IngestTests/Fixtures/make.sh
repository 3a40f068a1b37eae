#!/bin/sh
# Makes the files of this directory that other programs write. Needs python-docx from PyPI, named as PYTHON=…, and
# LibreOffice (Debian's libreoffice-writer-nogui).
set -eu
cd "$(dirname "$0")"
"${PYTHON:-python3}" make.py brochure.docx
soffice --headless --convert-to docx:"MS Word 2007 XML" leaflet.fodt
soffice --headless --convert-to pdf leaflet.fodt
