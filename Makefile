# What a person does with this project, by name. Every cargo call uses the release profile: PROJ, minutes of C++, is then built once
# for the demo, the tests, the lints and the benches together.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# Tools that scripts/setup.sh had to bring itself.
export PATH := $(CURDIR)/.tools/bin:$(PATH)

TARGET := $(if $(CARGO_TARGET_DIR),$(CARGO_TARGET_DIR),target)
RESULTS := results/waterstreek

.PHONY: help setup demo test lint bench install

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## install what the build needs and does not find (cmake, sqlite3, a C++ compiler)
	@sh scripts/setup.sh
	@ls $(TARGET)/release/build/proj-sys-*/out/lib*/libproj.a >/dev/null 2>&1 \
		|| echo "First build: PROJ is compiled from source, which takes about 4 minutes; after that it takes seconds."

demo: setup ## the demo region: distances, hours and money, the best plan, and the advice with everything side by side
	cargo build --release --bin bereik
	$(TARGET)/release/bereik coverage scenarios/waterstreek.toml --out $(RESULTS)
	$(TARGET)/release/bereik plan scenarios/waterstreek.toml --out $(RESULTS)-plan
	$(TARGET)/release/bereik report scenarios/waterstreek.toml --out $(RESULTS)-advies
	@echo
	@echo "The map:    $(RESULTS)/map.png (and map.svg)"
	@echo "The hours:  $(RESULTS)/map-hours.png, chart-week.png, chart-moments.png"
	@echo "The tables: $(RESULTS)/areas.csv, hours.csv, budget.csv and ten more"
	@echo "The plan:   $(RESULTS)-plan/map-plan.png, chart-curve.png, plan.csv, plan-why.csv"
	@echo "The advice: $(RESULTS)-advies/advies.html    <- open this one in a browser"

test: setup ## every test; nothing is downloaded but missing tools (a browser among them) and crates
	@sh scripts/browser.sh
	cargo test --release --no-fail-fast

lint: setup ## formatting, clippy and documentation, warnings denied
	cargo fmt --all --check
	cargo clippy --release --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --release --no-deps

bench: setup ## how long each stage takes
	cargo bench --profile release

install: setup ## put `bereik` where cargo puts programs (~/.cargo/bin)
	cargo install --path . --locked
