#!/usr/bin/env bash
# The work of the GitHub action: checks twice, once for code scanning and once for the log and the summary of the job. Ends
# well whatever is found, so that the report is uploaded before the last step fails the job; the exit code is an output.
set -uo pipefail

assay=${ASSAY_EXECUTABLE:-}
if [ -z "$assay" ]; then
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
  assay=$here/.build/release/assay
  if [ ! -x "$assay" ]; then
    echo "::group::Building assay"
    make --directory "$here" build >&2 || { echo "exit-code=2" >>"$GITHUB_OUTPUT"; exit 2; }
    echo "::endgroup::"
  fi
fi

options=()
[ -n "${ASSAY_CHANGED_SINCE:-}" ] && options+=(--changed-since "$ASSAY_CHANGED_SINCE")
[ -n "${ASSAY_BASELINE:-}" ] && options+=(--baseline "$ASSAY_BASELINE")
[ -n "${ASSAY_JURISDICTION:-}" ] && options+=(--jurisdiction "$ASSAY_JURISDICTION")
[ -n "${ASSAY_PRODUCT:-}" ] && options+=(--product "$ASSAY_PRODUCT")
[ -n "${ASSAY_FAIL_ON:-}" ] && options+=(--fail-on "$ASSAY_FAIL_ON")
[ -n "${ASSAY_MIN_SCORE:-}" ] && options+=(--min-score "$ASSAY_MIN_SCORE")

paths=()
while IFS= read -r path; do
  [ -n "$path" ] && paths+=("$path")
done <<<"${ASSAY_PATHS:-.}"

sarif=${ASSAY_SARIF:-assay.sarif}
# A report of an earlier run, or one of a run that failed, would close alerts that are open.
rm -f "$sarif"
"$assay" check --format sarif --sarif-category "${ASSAY_CATEGORY:-assay}" --output "$sarif" "${options[@]}" -- "${paths[@]}" 2>/dev/null
[ $? -le 1 ] && [ -s "$sarif" ] && echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
"$assay" check --format github "${options[@]}" -- "${paths[@]}"
echo "exit-code=$?" >>"$GITHUB_OUTPUT"
