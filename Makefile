# make demo   installs what is missing, builds a release, checks a real draft
# make test   installs what is missing, runs all tests
# make build  the release alone: .build/release/assay
# make install PREFIX=/usr/local   the release with man page and shell completions; DESTDIR= is put before
# make lint   the formatter's check and the rules' validation
# make fuzz FUZZ_TARGET=html FUZZ_SECONDS=60   hostile input for one target, or for all (docs/fuzzing.md)
# make sanitize   parallel checks under the thread sanitizer, all tests under the address sanitizer

SWIFT ?= swift
# The standard library is linked in: the binary starts twice as fast and needs no Swift where it runs. Generics are
# specialised across targets. The run-time checks for overlapping access to one variable cost an eighth of the time and are
# made in debug builds and tests only; bounds and overflow are checked in releases too.
RELEASE_FLAGS = -c release --static-swift-stdlib -Xswiftc -cross-module-optimization \
	-Xswiftc -enforce-exclusivity=unchecked
RELEASE = $(RELEASE_FLAGS) --product assay
BINARY = .build/release/assay
PACK = Sources/CBuiltinRules/builtin.pack
RULES = $(shell find rules -name '*.yaml')
COMPILER = $(wildcard Sources/Knowledge/*.swift Sources/Linguistics/*.swift)
PACKAGES = libxml2-dev libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config
DEMO = corpus/demo-needling-and-pale-patches.md

.PHONY: demo test build install lint fuzz sanitize setup

demo: build
	@$(BINARY) check $(DEMO) || [ $$? = 1 ]
	@echo
	@echo "That was: $(BINARY) check $(DEMO)"

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# The compiled rules go into the executable: built once without them, which compiles them, and linked again.
build: setup $(PACK)
	@$(SWIFT) build $(RELEASE)

$(PACK): $(RULES) $(COMPILER)
	$(SWIFT) build $(RELEASE)
	$(BINARY) rules compile rules --output $@ --files Sources/CBuiltinRules/builtin.files
	@touch Sources/CBuiltinRules/builtin_rules.c

PREFIX ?= /usr/local
MANUAL = .build/manual

install: build
	@$(SWIFT) build $(RELEASE_FLAGS) --product generate-manual
	@mkdir -p $(MANUAL) && .build/release/generate-manual $(BINARY) --output-directory $(MANUAL)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 -s $(BINARY) $(DESTDIR)$(PREFIX)/bin/assay
	install -m 644 $(MANUAL)/assay.1 $(DESTDIR)$(PREFIX)/share/man/man1/assay.1
	$(BINARY) --generate-completion-script bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/assay
	$(BINARY) --generate-completion-script zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_assay
	$(BINARY) --generate-completion-script fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/assay.fish

lint: build
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources
	$(BINARY) rules validate --rules rules

fuzz: setup
	@FUZZ_TARGET="$(FUZZ_TARGET)" FUZZ_SECONDS="$(FUZZ_SECONDS)" SWIFT="$(SWIFT)" Fuzz/fuzz.sh

THREADS = .build/thread-sanitizer
PARALLEL = $(THREADS)/debug/assay check corpus --rules rules --jobs 8 --format jsonl --fail-on never

sanitize: setup
	$(SWIFT) build --sanitize=thread --scratch-path $(THREADS) --product assay
	for run in 1 2 3 4 5; do \
	  $(PARALLEL) >/dev/null && $(PARALLEL) --consistency >/dev/null || exit 1; done
	$(SWIFT) test --disable-xctest --sanitize=address --scratch-path .build/address-sanitizer

# Says what is missing and how to get it; installs it where that is allowed.
setup:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift 6.2 or later is needed and is not on the PATH: install it from swift.org"; exit 1; }
	@if pkg-config --exists libxml-2.0 libcmark-gfm 2>/dev/null && \
	    [ -n "$$(find /usr/include /usr/local/include -name cmark-gfm-core-extensions.h 2>/dev/null | head -n 1)" ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing $(PACKAGES)"; \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES) >/dev/null; } || { \
	    echo "These packages could not be installed: $(PACKAGES)"; exit 1; }; \
	else \
	  echo "Missing libraries. Ask for these Debian packages: $(PACKAGES)"; \
	  echo "  sudo apt-get install $(PACKAGES)"; exit 1; \
	fi
