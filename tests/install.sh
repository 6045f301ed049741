#!/bin/bash
# A machine of its own, by QEMU: the package is installed on it, a person logs in on the morning of January 20, before there
# is a screen; when one comes, the notification is in dunst; the package is upgraded beneath the daemon, and purged. The machine's clock is its own: its
# hardware clock says so, and systemd with it.
#
# tests/install.sh DEB DEB-OF-THE-NEXT-REVISION

set -euo pipefail
first=$(realpath "$1") second=$(realpath "$2")
cd "$(dirname "$0")/../target"
mkdir -p install
cd install

# A small Debian with a kernel; kept for the next time.
packages=systemd,systemd-sysv,libpam-systemd,dbus-user-session,dunst,xvfb,xdg-utils,init-system-helpers
packages=$packages,linux-image-cloud-amd64,initramfs-tools,login,udev,procps,tzdata
if [ ! -e base.tar ]; then
    echo "Making a machine of Debian packages, once"
    mmdebstrap --quiet --variant=minbase --include="$packages" bookworm base.new.tar
    mv base.new.tar base.tar
fi

rm -rf machine machine.ext4 said
mkdir machine
tar -xf base.tar -C machine --exclude='./dev/*'
cp "$first" machine/first.deb
cp "$second" machine/second.deb
cat > machine/test.sh <<'END'
#!/bin/bash
# In the machine, as root.
set -uo pipefail
exec > /dev/ttyS0 2>&1
say() { echo "$(date +%T) $*"; }
fail() {
    say "not ok: $*"
    as systemctl --user status remembrance --no-pager --full
    as journalctl --user --no-pager -n 30
    journalctl --no-pager -n 40
    systemctl poweroff --force
    sleep 60
}
await() {
    local what=$1 end=$((SECONDS + 180)); shift
    while [ $SECONDS -lt $end ]; do
        "$@" > /dev/null 2>&1 && return
        sleep 0.1
    done
    fail "waited in vain until $what"
}
as() {
    runuser -u person -- env XDG_RUNTIME_DIR=/run/user/1000 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus \
        DISPLAY=:7 "$@"
}
on_screen() { as dunstctl count displayed; }
shown() { grep -c '"state":"shown"' /home/person/.local/state/remembrance/ledger.jsonl; }
# In this order: dunstctl would have the bus start dunst, without a screen too.
is_shown() { [ "$(shown)" = 1 ] && [ "$(on_screen)" = 1 ]; }

say "the machine is up"
dpkg --install /first.deb || fail "the package does not install"
[ "$(systemctl --global is-enabled remembrance)" = enabled ] || fail "the unit is not switched on for everybody"
say "ok: installed, and switched on for everybody"

# A real login, on a console, with PAM and logind.
systemctl start getty@tty1
await "the person is logged in" test -S /run/user/1000/bus
await "the daemon is there" as remembrance status
say "ok: logged in; $(as remembrance status | sed -n 2p)"
as systemctl --user show remembrance -p ActiveState --value | grep -q active || fail "the unit is not active"
# The hour comes before the screen. dunst, which the bus starts by its unit, would end, and dbus-daemon start it for nobody for two
# minutes.
journal_has() { as journalctl --user --no-pager -u remembrance | grep -qF "$1" || journalctl --no-pager | grep -qF "$1"; }
waits_for_a_screen() { as remembrance status | grep -q 'Waiting for the desktop to take a notification'; }
await "it waits for a screen" waits_for_a_screen
as remembrance status | sed -n 2p
[ "$(as systemctl --user show dunst -p InvocationID --value)" = "" ] || fail "dunst is started without a screen"
say "ok: without a screen it waits, and starts no notification server"
touch /run/screen
begun=$SECONDS
await "the notification is there" is_shown
took=$((SECONDS - begun))
await "it is said in the journal" journal_has 'The session has a display now'
say "ok: a screen came, and the notification is on it $took s later"
# Not after the two minutes that dbus-daemon waits for a server that has failed, nor by a step.
[ "$took" -lt 100 ] || fail "it took $took s"
shown_at=$(sed -n 's/.*"at":"\([^"]*\)".*"state":"shown".*/\1/p' /home/person/.local/state/remembrance/ledger.jsonl)
say "    shown at $shown_at"
as remembrance doctor || fail "doctor finds something wrong"
before=$(as systemctl --user show remembrance -p MainPID --value)

dpkg --install /second.deb || fail "the upgrade does not install"
dpkg-query -W remembrance
await "the daemon is there again" as remembrance status
after=$(as systemctl --user show remembrance -p MainPID --value)
[ "$before" != "$after" ] || fail "the old daemon runs still"
as remembrance status | grep -q 'On the screen: Black January' || fail "the new daemon does not know of the notification"
# Long enough for a notification that should not come.
sleep 3
is_shown || fail "$(on_screen) notifications on the screen, $(shown) in the ledger"
as remembrance dismiss
grep -q '"state":"dismissed"' /home/person/.local/state/remembrance/ledger.jsonl || fail "the answer is not recorded"
as dunstctl history | grep -c '"data" : "Black January · 37 years"' | grep -qx 1 || fail "another notification was shown"
say "ok: upgraded while it ran: one notification only, and its answer goes to the new daemon"

# The administrator's layer and a pack of the organisation's, dropped in; the daemon of each person reads them.
mkdir -p /etc/xdg/remembrance/packs
printf 'follow = ["our-house"]\n' > /etc/xdg/remembrance/config.toml
printf 'name = "Our house"\n\n[day.our-founding]\nname = "The founding of our house"\ndate = "March 3"\n' \
    > /etc/xdg/remembrance/packs/our-house.toml
as remembrance check || fail "the administrator's files have mistakes"
as systemctl --user restart remembrance
await "the daemon is there again" as remembrance status
as remembrance status | grep -q 'Next: The founding of our house, 2027-03-03' || fail "$(as remembrance status)"
say "ok: the administrator's pack is followed"

dpkg --purge remembrance || fail "the package does not go"
! pgrep -x remembrance || fail "the daemon is there still"
left=$(find / -xdev -name '*remembrance*' -not -path '/home/*' -not -path '/proc/*' -not -path '/var/log/*' \
    -not -path '/etc/xdg/remembrance*' -not -path '/run/*' -not -path '/tmp/*')
[ -z "$left" ] || fail "the package leaves $left"
[ -e /home/person/.local/state/remembrance/ledger.jsonl ] || fail "the package took the ledger of a person"
say "ok: purged"
say "all is well"
systemctl poweroff --force
END
cat > machine/etc/systemd/system/test.service <<'END'
[Unit]
After=multi-user.target
[Service]
ExecStart=/bin/bash /test.sh
[Install]
WantedBy=graphical.target
END
mkdir -p machine/etc/systemd/system/{graphical.target.wants,getty@tty1.service.d}
ln -sf ../test.service machine/etc/systemd/system/graphical.target.wants/test.service
printf '[Service]\nExecStart=\nExecStart=-/sbin/agetty --autologin person --noclear %%I linux\n' \
    > machine/etc/systemd/system/getty@tty1.service.d/login.conf
# A login on the serial line would take it from the test; the first console is logged in on when the test says so.
rm -f machine/etc/systemd/system/getty.target.wants/*
ln -sf /dev/null machine/etc/systemd/system/autovt@.service
ln -sf /dev/null machine/etc/systemd/system/serial-getty@.service
ln -sf /usr/share/zoneinfo/Asia/Baku machine/etc/localtime
echo 'person:x:1000:1000::/home/person:/bin/bash' >> machine/etc/passwd
echo 'person:x:1000:' >> machine/etc/group
echo 'person::20000:0:99999:7:::' >> machine/etc/shadow
mkdir -p machine/home/person
cat > machine/home/person/.profile <<'END'
(
    # The screen comes when the test says so, some time after the login.
    until [ -e /run/screen ]; do sleep 0.1; done
    Xvfb :7 -screen 0 800x500x24 -nolisten tcp > /dev/null 2>&1 &
    until [ -S /tmp/.X11-unix/X7 ]; do sleep 0.1; done
    export DISPLAY=:7
    dbus-update-activation-environment --systemd DISPLAY
    wait
) &
END
chown -R 1000:1000 machine/home/person
kernel=$(echo machine/boot/vmlinuz-*) initrd=$(echo machine/boot/initrd.img-*)
cp "$kernel" vmlinuz
cp "$initrd" initrd
rm -rf machine/boot/*
mke2fs -q -t ext4 -d machine machine.ext4 2G
rm -rf machine

# Without KVM, which a machine within a machine may have and not really: slower, and the same everywhere.
echo "Starting the machine at 04:57 UTC on January 20, 2027"
timeout 600 qemu-system-x86_64 -machine accel=tcg -cpu max -m 1024 -smp 2 -display none -no-reboot -nic none \
    -rtc base=2027-01-20T04:57:00 -kernel vmlinuz -initrd initrd -drive file=machine.ext4,format=raw,if=virtio \
    -append 'root=/dev/vda rw console=ttyS0 quiet systemd.show_status=no systemd.unit=graphical.target' \
    -serial stdio < /dev/null | tee said
rm -f machine.ext4
grep -q 'all is well' said
