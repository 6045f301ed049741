# make run      build, and see January 20 announced now
# make check    format, clippy, and the tests that need nothing but Rust: within a minute once it is built
# make test     everything that CI runs; installs what it needs, and says so first
# make install  for all users (PREFIX, DESTDIR); `make uninstall` takes it away again
# make deb     a Debian package, in target/deb; `make rpm` one for RPM; they install what they need
# make test-install  a machine of its own: the package installed, January 20 seen, upgraded, purged
# make simulate 100,000 years of failing machines, before a release; some minutes
# make mutants  cargo-mutants on what decides: what survives is a test that is missing; an hour or two
# make test-clock  the machine's own clock set by four minutes and right again; as root, with nothing else at work
# make bench    how light it is, beside its peers; installs them; some minutes
# make picture  the picture in README.md, from a real notification server
# make test-calendars  days through Radicale, vdirsyncer and khal, both ways
# make servers  a picture of the notification by each of six notification servers, in target/servers/

PREFIX ?= /usr/local
BINARY ?= target/release/remembrance
CARGO ?= cargo

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

.PHONY: run build check test simulate mutants test-clock lint manual install uninstall stage deb rpm test-install bench picture servers test-calendars clean

run: build
	$(BINARY) rehearse

build:
	$(CARGO) build --release --locked

check:
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- --deny warnings
	$(CARGO) test --locked --lib --test architecture --test articles --test catalogue --test catalogue_articles \
		--test rule_phrases --test rule_properties --test rule_tables

test:
	tests/needs.sh test
	$(MAKE) lint
	$(CARGO) test --locked
	YEARS=1000 $(CARGO) test --locked --lib simulation::the_promises
	tests/run.sh

# Begins with history SEED, 0 where nothing is said.
simulate:
	YEARS=$(or $(YEARS),100000) $(CARGO) test --locked --release --target-dir target/simulate --lib simulation -- --nocapture

# Short histories: what a mutant breaks shows soon, or in a test of its own.
mutants:
	$(CARGO) install --quiet --locked --root target/tools cargo-mutants
	PATH="$(CURDIR)/target/tools/bin:$$PATH" YEARS=200 $(CARGO) mutants --output target/mutants

test-clock:
	$(CARGO) test --locked --test machine -- --ignored --nocapture

lint:
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- --deny warnings
	RUSTDOCFLAGS="--deny warnings" $(CARGO) doc --locked --no-deps --document-private-items
	tests/deny.sh

# The unit names the binary by its place after installation, so DESTDIR is not part of it. The binary itself tells its
# manual and what shells need to complete it.
install: $(if $(filter target/release/remembrance,$(BINARY)),build)
	install -D -m 755 $(BINARY) $(DESTDIR)$(bindir)/remembrance
	install -d $(addprefix $(DESTDIR),$(unitdir) $(busdir) $(mandir)/man1 $(bashdir) $(zshdir) $(fishdir))
	sed 's|@bindir@|$(bindir)|' systemd/remembrance.service > $(DESTDIR)$(unitdir)/remembrance.service
	sed 's|@bindir@|$(bindir)|' systemd/$(bus) > $(DESTDIR)$(busdir)/$(bus)
	$(BINARY) man > $(DESTDIR)$(mandir)/man1/remembrance.1
	$(BINARY) completions bash > $(DESTDIR)$(bashdir)/remembrance
	$(BINARY) completions zsh > $(DESTDIR)$(zshdir)/_remembrance
	$(BINARY) completions fish > $(DESTDIR)$(fishdir)/remembrance.fish
	chmod 644 $(addprefix $(DESTDIR),$(unitdir)/remembrance.service $(busdir)/$(bus) $(mandir)/man1/remembrance.1 \
		$(bashdir)/remembrance $(zshdir)/_remembrance $(fishdir)/remembrance.fish)
	for page in man/*.[5-7]; do install -D -m 644 -t $(DESTDIR)$(mandir)/man$${page##*.} $$page; done
	install -D -m 644 -t $(DESTDIR)$(datadir)/applications packaging/remembrance.desktop
	install -D -m 644 -t $(DESTDIR)$(icondir)/scalable/apps packaging/icons/remembrance.svg
	install -D -m 644 -t $(DESTDIR)$(icondir)/symbolic/apps packaging/icons/remembrance-symbolic.svg
	install -D -m 644 -t $(DESTDIR)$(docdir) README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE
	install -D -m 644 -t $(DESTDIR)$(owndir) config/config.toml config/remembrance.schema.json
	@echo "Installed. Each user switches it on with: systemctl --user enable --now remembrance"

uninstall:
	rm -f $(DESTDIR)$(bindir)/remembrance $(DESTDIR)$(unitdir)/remembrance.service $(DESTDIR)$(busdir)/$(bus)
	rm -f $(DESTDIR)$(mandir)/man1/remembrance.1
	for page in man/*.[5-7]; do rm -f $(DESTDIR)$(mandir)/man$${page##*.}/$${page##*/}; done
	rm -f $(DESTDIR)$(bashdir)/remembrance $(DESTDIR)$(zshdir)/_remembrance $(DESTDIR)$(fishdir)/remembrance.fish
	rm -f $(DESTDIR)$(datadir)/applications/remembrance.desktop
	rm -f $(DESTDIR)$(icondir)/scalable/apps/remembrance.svg $(DESTDIR)$(icondir)/symbolic/apps/remembrance-symbolic.svg
	rm -rf $(DESTDIR)$(docdir) $(DESTDIR)$(owndir)

# What packages hold, as it lies on a machine.
stage: build
	rm -rf target/stage
	$(MAKE) -s install PREFIX=/usr DESTDIR=$(CURDIR)/target/stage BINARY=$(CURDIR)/target/release/remembrance

# cargo-deb and cargo-generate-rpm are installed in target/tools; lintian judges the one, rpm reads the other.
deb: stage
	tests/needs.sh package
	$(CARGO) install --quiet --locked --root target/tools cargo-deb@3.8.0
	target/tools/bin/cargo-deb deb --no-build --no-strip --output target/deb/
	lintian --fail-on error target/deb/remembrance_*.deb

rpm: stage
	tests/needs.sh package
	$(CARGO) install --quiet --locked --root target/tools cargo-generate-rpm@0.21.1
	target/tools/bin/cargo-generate-rpm
	rpm --query --package --list target/generate-rpm/remembrance-*.rpm

# Not in CI: it makes a machine of some 200 packages, once, and starts it.
test-install: deb
	tests/needs.sh machine
	target/tools/bin/cargo-deb deb --no-build --no-strip --deb-revision 2 --output target/deb-next/
	tests/install.sh target/deb/remembrance_*-1_*.deb target/deb-next/remembrance_*-2_*.deb

# The manual pages and the schema of a config are made from what the code says of itself.
manual:
	$(CARGO) run --locked --quiet --example manual > man/remembrance-rules.7
	$(CARGO) run --locked --quiet --example config_manual > man/remembrance.toml.5
	$(CARGO) run --locked --quiet --example schema > target/schema.json
	mv target/schema.json config/remembrance.schema.json

bench: build
	tests/needs.sh bench
	$(CARGO) install --quiet --locked --root target/peers rmd-cli
	cp target/release/remembrance target/measured
	REMEMBRANCE=$(CURDIR)/target/measured RMD=$(CURDIR)/target/peers/bin/rmd $(CARGO) bench --locked --bench idle --bench rules --bench calendars

picture: build
	tests/needs.sh picture
	tests/picture.sh README.png

test-calendars: build
	tests/needs.sh calendars
	tests/calendars.sh

servers: build
	tests/needs.sh servers
	tests/servers.sh

clean:
	$(CARGO) clean
