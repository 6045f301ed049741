# make run      build, and see January 20 announced now
# make check    format, clippy, and the tests that need nothing but Rust: within a minute once it is built
# make test     everything that CI runs; installs what it needs, and says so first
# make install  for all users (PREFIX, DESTDIR); `make uninstall` takes it away again
# make deb     a Debian package, in target/deb; `make rpm` one for RPM; `make dist` a tarball for one user without root
# make release  what has to be right before a version is published, and what to do then
# make test-dist, test-reproducible, test-crate  the packages on bare systems; the same bytes twice; the crate alone
# make test-install  a machine of its own: the package installed, January 20 seen, upgraded, purged
# make test-suites  the unit loaded by the systemd of Debian 11, 12 and 13; as root
# make simulate 100,000 years of failing machines, before a release; some minutes
# make mutants  cargo-mutants on what decides: what survives is a test that is missing; half a minute to a minute for each of
#               3,000, so name FILES="src/day.rs ..." or a SHARD, e.g. 3/50
# make fuzz     each reader of texts of others, fuzzed for SECONDS, a minute by default; installs cargo-fuzz
# make test-hostile  what tried to kill the daemon, under a real `systemd --user` with the unit's limits; as root, a minute or two
# make test-clock  the machine's own clock set by four minutes and right again; as root, with nothing else at work
# make bench    how light it is, beside its peers; installs them; some minutes
# make picture  the picture in README.md, from a real notification server
# make test-calendars  days through Radicale, vdirsyncer and khal, both ways
# make servers  a picture of the notification by each of six notification servers, in target/servers/
# make test-ansible  the tasks of docs/administrators.md by the real ansible-playbook, twice; as root
# make bars    the snippets of docs/status-bars.md in the bars themselves, with pictures in target/bars/

# Variables for packagers:
#   PREFIX, DESTDIR  where to install
#   TARGET           the platform to build for, as `cargo build --target` takes it
#   DEBUG=1          keep the debug symbols; `make deb` puts them into a package of their own
#   BINARY           install this binary and build nothing
#   TOOL             the binary that prints the manual page and the completions, by default BINARY; it has to run here
#   SOURCE_DATE_EPOCH  the time of the files in packages, by default that of the last commit

PREFIX ?= /usr/local
CARGO ?= cargo

# CARGO_TARGET_DIR and build.target-dir put cargo's folder anywhere. Asked for once, and only where it is needed.
target_dir = $(eval target_dir := $$(shell $(CARGO) metadata --no-deps --offline --format-version 1 | \
	sed 's/.*"target_directory":"\([^"]*\)".*/\1/'))$(target_dir)

ifeq ($(origin BINARY), undefined)
building = build
BINARY = $(shell cat "$(target_dir)/built")
# A binary for another platform does not run here: the same source, built for this one, prints its pages.
TOOL ?= $(shell cat "$(target_dir)/built-tool")
endif
TOOL ?= $(BINARY)

version = $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
homepage = $(shell sed -n 's/^homepage = "\(.*\)"/\1/p' Cargo.toml)
released = $(shell sed -n 's/.*expect("\([0-9-]*\) is a date").*/\1/p' src/config/mod.rs)

ifdef DEBUG
export CARGO_PROFILE_RELEASE_STRIP = false
export CARGO_PROFILE_RELEASE_DEBUG = 1
endif

bindir = $(PREFIX)/bin
unitdir = $(PREFIX)/lib/systemd/user
busdir = $(PREFIX)/share/dbus-1/services
bus = org.remembrance.Remembrance1.service
datadir = $(PREFIX)/share
mandir = $(datadir)/man
icondir = $(datadir)/icons/hicolor
bashdir = $(datadir)/bash-completion/completions
zshdir = $(datadir)/zsh/site-functions
fishdir = $(datadir)/fish/vendor_completions.d
docdir = $(datadir)/doc/remembrance
owndir = $(datadir)/remembrance
metainfo = org.remembrance.Remembrance.metainfo.xml

.PHONY: test-hostile test-suites run build check test simulate mutants fuzz test-clock lint manual install uninstall stage deb rpm test-install bench picture servers bars test-ansible test-calendars clean dist release \
	test-dist test-reproducible test-crate

run: $(building)
	"$(BINARY)" rehearse

# Cargo says where it put the binary, whatever its configuration is.
build:
	@mkdir -p "$(target_dir)"
	$(CARGO) build --release --locked --bin remembrance $(addprefix --target ,$(TARGET)) \
		--message-format json-render-diagnostics > "$(target_dir)/built.json"
	@sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' "$(target_dir)/built.json" > "$(target_dir)/built"
	@packaging/tool.sh "$(target_dir)" $(CARGO)

check:
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- --deny warnings
	$(CARGO) test --locked --lib --test architecture
	$(CARGO) test --locked --test integration -- articles:: catalogue:: catalogue_articles:: \
		rule_phrases:: rule_properties:: rule_tables::

# Many tests wait for other programs: four times as many at a time as the smallest machine has cores.
test:
	tests/needs.sh test
	$(MAKE) lint
	YEARS=1000 RUST_TEST_THREADS=$(or $(RUST_TEST_THREADS),8) $(CARGO) test --locked
	BINARY="$(target_dir)/debug/remembrance" tests/run.sh

# Begins with history SEED, 0 where nothing is said.
simulate:
	YEARS=$(or $(YEARS),100000) $(CARGO) test --locked --profile simulate --lib simulation -- --nocapture

# Short histories: what a mutant breaks shows soon, or in a test of its own.
mutants:
	$(CARGO) install --quiet --locked --root target/tools cargo-mutants
	PATH="$(CURDIR)/target/tools/bin:$$PATH" YEARS=200 $(CARGO) mutants --output target/mutants \
		$(addprefix --file ,$(FILES)) $(addprefix --shard ,$(SHARD))

fuzz:
	fuzz/run.sh $(or $(SECONDS),60)

test-hostile: build
	tests/needs.sh test
	unshare --mount --kill-child tests/systemd.sh "$(BINARY)" "$(CURDIR)" hostile

test-clock:
	$(CARGO) test --locked --test integration machine:: -- --ignored --nocapture

# With the examples, whose crates have the features that clippy had them checked with: nothing is checked twice.
lint:
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- --deny warnings
	RUSTDOCFLAGS="--deny warnings" $(CARGO) doc --locked --no-deps --document-private-items --lib --examples
	tests/deny.sh
	tests/lint.sh

# The unit names the binary by its place after installation, so DESTDIR is not part of it.
install: $(building)
	install -D -m 755 "$(BINARY)" $(DESTDIR)$(bindir)/remembrance
	install -d $(addprefix $(DESTDIR),$(unitdir) $(busdir) $(mandir)/man1 $(bashdir) $(zshdir) $(fishdir))
	sed 's|@bindir@|$(bindir)|' systemd/remembrance.service > $(DESTDIR)$(unitdir)/remembrance.service
	sed 's|@bindir@|$(bindir)|' systemd/$(bus) > $(DESTDIR)$(busdir)/$(bus)
	"$(TOOL)" man > $(DESTDIR)$(mandir)/man1/remembrance.1
	"$(TOOL)" completions bash > $(DESTDIR)$(bashdir)/remembrance
	"$(TOOL)" completions zsh > $(DESTDIR)$(zshdir)/_remembrance
	"$(TOOL)" completions fish > $(DESTDIR)$(fishdir)/remembrance.fish
	chmod 644 $(addprefix $(DESTDIR),$(unitdir)/remembrance.service $(busdir)/$(bus) $(mandir)/man1/remembrance.1 \
		$(bashdir)/remembrance $(zshdir)/_remembrance $(fishdir)/remembrance.fish)
	for page in man/*.[5-7]; do install -D -m 644 -t $(DESTDIR)$(mandir)/man$${page##*.} $$page; done
	install -D -m 644 -t $(DESTDIR)$(datadir)/applications packaging/remembrance.desktop
	install -D -m 644 -t $(DESTDIR)$(icondir)/scalable/apps packaging/icons/remembrance.svg
	install -D -m 644 -t $(DESTDIR)$(icondir)/symbolic/apps packaging/icons/remembrance-symbolic.svg
	install -d $(DESTDIR)$(datadir)/metainfo
	sed 's|@version@|$(version)|; s|@date@|$(released)|; s|@homepage@|$(homepage)|' packaging/$(metainfo) > $(DESTDIR)$(datadir)/metainfo/$(metainfo)
	chmod 644 $(DESTDIR)$(datadir)/metainfo/$(metainfo)
	install -D -m 644 -t $(DESTDIR)$(docdir) README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE LICENSE-CC-BY-4.0 \
		packaging/THIRD-PARTY-LICENSES.txt
	install -D -m 644 -t $(DESTDIR)$(owndir) config/config.toml config/remembrance.schema.json
	@echo "Installed. Each user switches it on with: systemctl --user enable --now remembrance"

uninstall:
	rm -f $(DESTDIR)$(bindir)/remembrance $(DESTDIR)$(unitdir)/remembrance.service $(DESTDIR)$(busdir)/$(bus)
	rm -f $(DESTDIR)$(mandir)/man1/remembrance.1
	for page in man/*.[5-7]; do rm -f $(DESTDIR)$(mandir)/man$${page##*.}/$${page##*/}; done
	rm -f $(DESTDIR)$(bashdir)/remembrance $(DESTDIR)$(zshdir)/_remembrance $(DESTDIR)$(fishdir)/remembrance.fish
	rm -f $(DESTDIR)$(datadir)/applications/remembrance.desktop $(DESTDIR)$(datadir)/metainfo/$(metainfo)
	rm -f $(DESTDIR)$(icondir)/scalable/apps/remembrance.svg $(DESTDIR)$(icondir)/symbolic/apps/remembrance-symbolic.svg
	rm -rf $(DESTDIR)$(docdir) $(DESTDIR)$(owndir)

# What packages hold, as it lies on a machine. Whoever builds it, wherever: no path of theirs is part of the binary.
# Cargo's own form of RUSTFLAGS, and the one that wins: a character that is in no path stands between the flags.
between := $(shell printf '\037')
none :=
flags = $(or $(CARGO_ENCODED_RUSTFLAGS),$(subst $(none) $(none),$(between),$(strip $(RUSTFLAGS))))
stage: export CARGO_ENCODED_RUSTFLAGS := $(addsuffix $(between),$(flags))--remap-path-prefix=$(CURDIR)=/remembrance$(between)--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=/cargo
stage: export CARGO_TARGET_DIR := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)/packages
stage:
	rm -rf target/stage
	$(MAKE) install PREFIX=/usr DESTDIR=$(CURDIR)/target/stage
	packaging/stage.sh target/stage
	install -D -m 755 target/stage/usr/bin/remembrance "target/stage/cargo/$(addsuffix /,$(TARGET))release/remembrance"

# The time of each file in a package.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date --date="$(released)" +%s)

# cargo-deb takes debug symbols only out of what lies in cargo's folder: `stage` makes one of the binary alone.
cargo_deb = CARGO_TARGET_DIR="$(CURDIR)/target/stage/cargo" target/tools/bin/cargo-deb deb --no-build \
	$(if $(DEBUG),--dbgsym,--no-strip) $(addprefix --target ,$(TARGET))

# cargo-deb and cargo-generate-rpm are installed in target/tools; lintian and rpmlint judge the packages.
deb: stage
	tests/needs.sh package
	$(CARGO) install --quiet --locked --root target/tools cargo-deb@3.8.0
	$(cargo_deb) --output target/deb/
	lintian --fail-on error,warning target/deb/remembrance_$(version)-1_*.deb

rpm: stage
	tests/needs.sh package
	$(CARGO) install --quiet --locked --root target/tools cargo-generate-rpm@0.21.1
	rm -rf target/generate-rpm && mkdir -p target/generate-rpm
	target/tools/bin/cargo-generate-rpm $(addprefix --target ,$(TARGET)) --source-date $(SOURCE_DATE_EPOCH) --output target/generate-rpm/
	rpm --query --package --list target/generate-rpm/*.rpm
	rpmlint --config packaging/rpm/lint.toml --strict target/generate-rpm/*.rpm

# For one user without root: unpack it, and run its install.sh.
dist: stage
	packaging/dist.sh target/stage $(version)

# The tarball and the Debian package in a bare bookworm and a bare trixie, by a user without root.
test-dist: dist deb
	tests/needs.sh chroot
	tests/dist.sh $(version)

# The packages, built twice in two folders: the same bytes.
test-reproducible:
	tests/reproducible.sh

# The packaged crate holds all that it needs.
test-crate:
	$(CARGO) package --locked --allow-dirty
	tests/crate.sh $(version)

# What has to be right before a version is published, and what to do then.
release:
	packaging/release.sh

# Not in CI: it makes a machine of some 200 packages, once, and starts it.
test-install: deb
	tests/needs.sh machine
	$(cargo_deb) --deb-revision 2 --output target/deb-next/
	tests/install.sh target/deb/remembrance_$(version)-1_*.deb target/deb-next/remembrance_$(version)-2_*.deb

# The manual pages, the schema of a config and the list of licences are made from what the code says of itself.
manual:
	mkdir -p target
	$(CARGO) run --locked --quiet --example tools manual > man/remembrance-rules.7
	$(CARGO) run --locked --quiet --example tools config_manual > man/remembrance.toml.5
	$(CARGO) run --locked --quiet --example tools schema > target/schema.json
	mv target/schema.json config/remembrance.schema.json
	$(CARGO) run --locked --quiet --example tools licences > target/licences.txt
	mv target/licences.txt packaging/THIRD-PARTY-LICENSES.txt

# Not in CI either: it makes three machines of packages, once.
test-suites:
	tests/needs.sh machine
	tests/suites.sh

bench: build
	tests/needs.sh bench
	$(CARGO) install --quiet --locked --root target/peers rmd-cli
	cp "$(BINARY)" target/measured
	REMEMBRANCE=$(CURDIR)/target/measured RMD=$(CURDIR)/target/peers/bin/rmd $(CARGO) bench --locked --bench idle --bench rules --bench calendars

picture: build
	tests/needs.sh picture
	REMEMBRANCE="$(BINARY)" tests/picture.sh README.png

test-calendars: build
	tests/needs.sh calendars
	REMEMBRANCE="$(BINARY)" tests/calendars.sh

servers: build
	tests/needs.sh servers
	REMEMBRANCE="$(BINARY)" tests/servers.sh

bars: build
	tests/needs.sh bars
	tests/bars.sh "$(BINARY)"

test-ansible: build
	tests/needs.sh ansible
	unshare --mount tests/ansible.sh "$(BINARY)"

clean:
	$(CARGO) clean
