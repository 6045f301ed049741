#!/bin/sh
# Shows the notification of January 20 by every notification server that is installed, and leaves a picture of each in
# target/servers/, with what the server says that it can do: the table in README.md comes from here.

set -eu
cd "$(dirname "$0")/.."
pictures=$PWD/target/servers
binary=$PWD/target/release/remembrance
mkdir -p "$pictures"
home=
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$home"' EXIT

ask() {
    busctl --address="$DBUS_SESSION_BUS_ADDRESS" "$@" 2>/dev/null
}

# A bus and a screen; of services, only what a desktop needs beside its own server is there to be started.
begin() {
    home=$(mktemp -d)
    mkdir "$home/services"
    for service in org.xfce.Xfconf org.gnome.Shell.Notifications org.kde.ActivityManager org.kde.kglobalaccel; do
        cp "/usr/share/dbus-1/services/$service.service" "$home/services/" 2>/dev/null || true
    done
    cat > "$home/bus.conf" <<SETTINGS
<busconfig><type>session</type><listen>unix:path=$home/bus</listen><auth>EXTERNAL</auth>
<servicedir>$home/services</servicedir><policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
SETTINGS
    number=$((40000 + ($$ + $1) % 20000))
    export HOME="$home" XDG_RUNTIME_DIR="$home" LC_ALL=C.UTF-8 TZ=Asia/Baku
    export DISPLAY=":$number" DBUS_SESSION_BUS_ADDRESS="unix:path=$home/bus" DBUS_SYSTEM_BUS_ADDRESS="unix:path=$home/bus"
    Xvfb ":$number" -screen 0 640x480x24 -nolisten tcp >/dev/null 2>&1 &
    pids=$!
    dbus-daemon --config-file="$home/bus.conf" --nofork >/dev/null 2>&1 &
    pids="$pids $!"
    until ask list >/dev/null && [ -S "/tmp/.X11-unix/X$number" ]; do sleep 0.05; done
}

# show NAME COMMAND...
show() {
    name=$1
    shift
    command -v "${1##*/}" >/dev/null || [ -x "$1" ] || { echo "$name: not installed"; return; }
    begin "$(printf %s "$name" | cksum | cut -d' ' -f1)"
    "$@" >/dev/null 2>&1 &
    pids="$pids $!"
    tries=0
    until ask call org.freedesktop.DBus / org.freedesktop.DBus NameHasOwner s org.freedesktop.Notifications | grep -q true; do
        tries=$((tries + 1))
        [ $tries -lt 400 ] || { echo "$name: did not start"; end; return; }
        # GNOME's server is a service that the shell has started when it is asked for.
        [ $((tries % 40)) -ne 0 ] || ask call org.freedesktop.DBus / org.freedesktop.DBus StartServiceByName su \
            org.gnome.Shell.Notifications 0 >/dev/null || true
        sleep 0.05
    done
    can=$(ask call org.freedesktop.Notifications /org/freedesktop/Notifications org.freedesktop.Notifications GetCapabilities)
    "$binary" rehearse --now '2026-11-23 10:00' > "$home/said" 2>&1 &
    rehearsal=$!
    until grep -q 'On the screen now' "$home/said"; do
        kill -0 $rehearsal 2>/dev/null || { cat "$home/said"; exit 1; }
        sleep 0.05
    done
    # A server draws a moment after it has accepted a notification.
    sleep 2
    if [ "$name" = gnome-shell ]; then
        ask call org.gnome.Shell.Screenshot /org/gnome/Shell/Screenshot org.gnome.Shell.Screenshot Screenshot bbs \
            false false "$pictures/$name.png" >/dev/null
    else
        import -window root "$pictures/$name.png"
    fi
    kill -INT $rehearsal
    wait $rehearsal || true
    echo "$name: $(sed -n 's/On the screen now, by \(.*\)\. Answer.*/\1/p' "$home/said"); $can"
    end
}

end() {
    kill $pids 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$home"
}

library=/usr/lib/$(uname -m)-linux-gnu
show dunst dunst
show xfce4-notifyd "$library/xfce4/notifyd/xfce4-notifyd"
show mate-notification-daemon /usr/lib/mate-notification-daemon/mate-notification-daemon
show notification-daemon /usr/lib/notification-daemon/notification-daemon
show lxqt-notificationd lxqt-notificationd
# GNOME Shell is told to take its own picture; Plasma is not installed for this, and shown where it is.
show gnome-shell gnome-shell --headless --unsafe-mode --virtual-monitor 640x480
plasma() {
    kwin_x11 &
    kded5 &
    exec plasmashell
}
if command -v plasmashell >/dev/null; then
    show plasma plasma
else
    echo "plasma: not installed"
fi
