#!/usr/bin/env bash
# Fuzzes one target or all of them, one after the other; `make fuzz` calls it. What falls is kept in Fuzz/crashers/TARGET.
#   FUZZ_TARGET    a target; all without it
#   FUZZ_SECONDS   for each target
set -euo pipefail
cd "$(dirname "$0")/.."

swift=${SWIFT:-swift}
resources=$("$swift"c -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
runtime=$resources/clang/lib/linux/libclang_rt.fuzzer_no_main-$(uname -m).a
if [ ! -f "$runtime" ]; then
  echo "This Swift toolchain has no libFuzzer: there is no $runtime." >&2
  echo "The toolchains of swift.org for Linux have it; fuzzing needs one of them." >&2
  exit 1
fi
if [ "$(basename "$PWD" | tr '[:upper:]' '[:lower:]')" = fuzz ]; then
  echo "SwiftPM takes this directory and Fuzz/ for one package: give the checkout another name." >&2
  exit 1
fi

# Every module counts what inputs reach and is watched by the address sanitizer; overflow and bounds are checked as in releases,
# overlapping access too.
scratch=.build/fuzz
"$swift" build --package-path Fuzz --scratch-path $scratch -c release --sanitize address \
  -Xswiftc -enable-testing -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer -Xcc -fsanitize=fuzzer-no-link \
  -Xlinker "$runtime" -Xlinker -lstdc++ >"$scratch.log" 2>&1 || { tail -n 40 "$scratch.log" >&2; exit 1; }
fuzz=$PWD/$scratch/release/assay-fuzz

export ASAN_OPTIONS=malloc_context_size=5:quarantine_size_mb=32
fallen=0
for target in ${FUZZ_TARGET:-$("$fuzz" --list)}; do
  export FUZZ_TARGET=$target
  seeds=.build/fuzz-seeds/$target corpus=.build/fuzz-corpus/$target crashers=Fuzz/crashers/$target
  rm -rf "$seeds"
  mkdir -p "$corpus" "$crashers"
  "$fuzz" --seeds "$seeds"
  options=(-timeout=10 -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 -artifact_prefix="$crashers/")
  if [ -f "Fuzz/dictionaries/$target.dict" ]; then options+=(-dict="Fuzz/dictionaries/$target.dict"); fi
  echo "== $target"
  log=.build/fuzz-$target.log
  : >"$log"
  end=$(($(date +%s) + ${FUZZ_SECONDS:-600}))
  # libFuzzer ends where something falls; the time that is left goes to what else may.
  while left=$((end - $(date +%s))); [ "$left" -gt 0 ]; do
    "$fuzz" "$corpus" "$seeds" "${options[@]}" -max_total_time="$left" >>"$log" 2>&1 || true
  done
  grep -E '^#[0-9]+.* cov: ' "$log" | tail -n 1 || tail -n 20 "$log"
  if [ -n "$(ls "$crashers")" ]; then
    fallen=1
    echo "Something fell; see $log. To see one of them fall again: FUZZ_TARGET=$target $fuzz FILE"
    ls -d "$crashers"/*
  fi
done
exit $fallen
