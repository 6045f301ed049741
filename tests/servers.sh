#!/bin/sh
# Shows the notification of January 20 by every notification server that is installed, and leaves a picture of each in
# target/servers/, with what the server says that it can do: the table in docs/desktops.md comes from here. The pictures
# that docs/desktops.md shows are put into docs/pictures/, cut to the notification.

set -eu
cd "$(dirname "$0")/.."
pictures=$PWD/target/servers
shown=$PWD/docs/pictures
binary=${BINARY:-$PWD/target/release/remembrance}
mkdir -p "$pictures" "$shown"
home=
screen=
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$home" "$screen"' EXIT

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
    export HOME="$home" XDG_RUNTIME_DIR="$home" LC_ALL="${language:-C}.UTF-8" TZ=Asia/Baku GSETTINGS_BACKEND=memory
    export DBUS_SESSION_BUS_ADDRESS="unix:path=$home/bus" DBUS_SYSTEM_BUS_ADDRESS="unix:path=$home/bus"
    dbus-daemon --config-file="$home/bus.conf" --nofork >/dev/null 2>&1 &
    pids=$!
    "$1"
    until ask list >/dev/null; do sleep 0.05; done
}

# A screen of X11, of the first number that is free.
x11() {
    unset WAYLAND_DISPLAY
    Xvfb -displayfd 1 -screen 0 640x480x24 -nolisten tcp >"$home/display" 2>/dev/null &
    pids="$pids $!"
    until [ -s "$home/display" ]; do sleep 0.05; done
    DISPLAY=":$(cat "$home/display")"
    export DISPLAY GDK_BACKEND=x11
}

# A screen of Wayland without a device. sway does not run as root: it runs as nobody then, in a folder that is open to both.
wayland() {
    unset DISPLAY
    screen=$(mktemp -d)
    chmod 777 "$screen"
    printf 'output HEADLESS-1 resolution 640x480\nxwayland disable\n' > "$screen/config"
    as_nobody='env'
    [ "$(id -u)" -ne 0 ] || as_nobody='setpriv --reuid 65534 --regid 65534 --clear-groups'
    # shellcheck disable=SC2086 # the words of a command
    WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman XDG_RUNTIME_DIR="$screen" HOME="$screen" \
        $as_nobody sway --config "$screen/config" >/dev/null 2>&1 &
    pids="$pids $!"
    until ls "$screen"/wayland-?.lock >/dev/null 2>&1; do sleep 0.05; done
    WAYLAND_DISPLAY=$(echo "$screen"/wayland-?)
    export WAYLAND_DISPLAY GDK_BACKEND=wayland
}

# show SCREEN NAME COMMAND...
show() {
    kind=$1 name=$2
    shift 2
    command -v "${1##*/}" >/dev/null || [ -x "$1" ] || { echo "$name: not installed"; return; }
    if [ "$kind" = wayland ] && ! { command -v sway && command -v grim; } >/dev/null; then
        echo "$name: there is no sway and grim to show it"
        return
    fi
    begin "$kind"
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
    if [ "$name" = gnome-shell ]; then
        # It begins with the overview, and with a warning to root that stands in the way of ours.
        sleep 4
        ask call org.gnome.Shell /org/gnome/Shell org.gnome.Shell Eval s \
            'Main.overview.hide(); Main.messageTray.getSources().forEach(source => source.destroy());' >/dev/null || true
        sleep 1
    fi
    can=$(ask call org.freedesktop.Notifications /org/freedesktop/Notifications org.freedesktop.Notifications GetCapabilities)
    "$binary" ${language:+--lang "$language"} rehearse --now '2026-11-23 10:00' > "$home/said" 2>&1 &
    rehearsal=$!
    until grep -q 'On the screen now' "$home/said"; do
        kill -0 $rehearsal 2>/dev/null || { cat "$home/said"; exit 1; }
        sleep 0.05
    done
    # A server draws a moment after it has accepted a notification.
    sleep 2
    if [ "$name" = gnome-shell ]; then
        # It may still be busy with its start.
        for _ in 1 2 3 4 5; do
            ! ask call org.gnome.Shell.Screenshot /org/gnome/Shell/Screenshot org.gnome.Shell.Screenshot Screenshot bbs \
                false false "$pictures/$name.png" >/dev/null || break
        done
    elif [ "$kind" = wayland ]; then
        grim "$pictures/$name.png"
    else
        import -window root "$pictures/$name.png"
    fi
    case $name in dunst | mako-* | swaync | xfce4-notifyd | gnome-shell) in_docs ;; esac
    kill -INT $rehearsal
    wait $rehearsal || true
    echo "$name: $(sed -n 's/On the screen now, by \(.*\)\. Answer.*/\1/p' "$home/said"); $can"
    end
}

# The picture in docs/: the notification alone; a few colours are enough, and small.
in_docs() {
    top=
    [ "$name" != gnome-shell ] || top='-crop 640x140+0+0'
    # shellcheck disable=SC2086 # the words of an option
    convert "$pictures/$name.png" $top -trim +repage -bordercolor '#808080' -border 6 -colors 48 -strip \
        "PNG8:$shown/$name.png"
}

end() {
    kill $pids 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$home" "$screen"
}

library=/usr/lib/$(uname -m)-linux-gnu
show x11 dunst dunst
for language in en az ru tr; do
    show wayland "mako-$language" mako
done
language=
show wayland swaync swaync
show x11 xfce4-notifyd "$library/xfce4/notifyd/xfce4-notifyd"
mate=/usr/lib/mate-notification-daemon/mate-notification-daemon
[ -x $mate ] || mate=/usr/libexec/mate-notification-daemon/mate-notification-daemon
show x11 mate-notification-daemon $mate
show x11 notification-daemon /usr/lib/notification-daemon/notification-daemon
show x11 lxqt-notificationd lxqt-notificationd
# GNOME Shell is told to take its own picture; Plasma is not installed for this, and shown where it is.
show x11 gnome-shell gnome-shell --headless --unsafe-mode --virtual-monitor 640x480
plasma() {
    kwin_x11 &
    kded5 &
    exec plasmashell
}
if command -v plasmashell >/dev/null; then
    show x11 plasma plasma
else
    echo "plasma: not installed"
fi
