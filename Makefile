# make run      build, and see January 20 announced now
# make test     everything that CI runs; installs what it needs, and says so first
# make install  for all users (PREFIX, DESTDIR); `make uninstall` takes it away again
# make simulate 100,000 years of failing machines, before a release; some minutes
# make breaks   the program broken on purpose in 18 places: the simulation tells each; some minutes
# make mutants  cargo-mutants on what decides: what survives is a test that is missing; an hour or two
# make test-clock  the machine's own clock set by four minutes and right again; as root, with nothing else at work
# make bench    how light it is, beside its peers; installs them; some minutes
# make picture  the picture in README.md, from a real notification server
# make servers  a picture of the notice by each of six notification servers, in target/servers/

PREFIX ?= /usr/local
BINARY ?= target/release/remembrance
CARGO ?= cargo

bindir = $(PREFIX)/bin
unitdir = $(PREFIX)/lib/systemd/user
busdir = $(PREFIX)/share/dbus-1/services
mandir = $(PREFIX)/share/man
datadir = $(PREFIX)/share/remembrance
docdir = $(PREFIX)/share/doc/remembrance

.PHONY: run build test simulate breaks mutants test-clock lint manual install uninstall bench picture servers clean

run: build
	$(BINARY) rehearse

build:
	$(CARGO) build --release --locked

test:
	tests/needs.sh test
	$(MAKE) lint
	$(CARGO) test --locked
	tests/run.sh

# Begins with history SEED, 0 where nothing is said.
simulate:
	YEARS=$(or $(YEARS),100000) $(CARGO) test --locked --release --target-dir target/simulate --lib simulation -- --nocapture

breaks:
	tests/breaks.sh

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

# The unit names the binary by its place after installation, so DESTDIR is not part of it.
install: $(if $(filter target/release/remembrance,$(BINARY)),build)
	install -D -m 755 $(BINARY) $(DESTDIR)$(bindir)/remembrance
	install -d $(DESTDIR)$(unitdir)
	sed 's|@bindir@|$(bindir)|' systemd/remembrance.service > $(DESTDIR)$(unitdir)/remembrance.service
	install -d $(DESTDIR)$(busdir)
	sed 's|@bindir@|$(bindir)|' systemd/org.remembrance.Remembrance1.service > $(DESTDIR)$(busdir)/org.remembrance.Remembrance1.service
	chmod 644 $(DESTDIR)$(unitdir)/remembrance.service $(DESTDIR)$(busdir)/org.remembrance.Remembrance1.service
	install -D -m 644 -t $(DESTDIR)$(docdir) README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE
	install -D -m 644 -t $(DESTDIR)$(mandir)/man5 man/remembrance.toml.5
	install -D -m 644 -t $(DESTDIR)$(mandir)/man7 man/remembrance-rules.7
	install -D -m 644 -t $(DESTDIR)$(datadir) config/config.toml config/remembrance.schema.json
	@echo "Installed. Each user switches it on with: systemctl --user enable --now remembrance"

uninstall:
	rm -f $(DESTDIR)$(bindir)/remembrance $(DESTDIR)$(unitdir)/remembrance.service
	rm -f $(DESTDIR)$(busdir)/org.remembrance.Remembrance1.service
	rm -f $(DESTDIR)$(mandir)/man5/remembrance.toml.5 $(DESTDIR)$(mandir)/man7/remembrance-rules.7
	rm -rf $(DESTDIR)$(docdir) $(DESTDIR)$(datadir)

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
	REMEMBRANCE=$(CURDIR)/target/measured RMD=$(CURDIR)/target/peers/bin/rmd $(CARGO) bench --locked --bench idle --bench rules

picture: build
	tests/needs.sh picture
	tests/picture.sh README.png

servers: build
	tests/needs.sh servers
	tests/servers.sh

clean:
	$(CARGO) clean
