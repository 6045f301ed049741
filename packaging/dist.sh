#!/bin/sh
# Makes target/dist/remembrance-VERSION-PLATFORM.tar.xz from STAGE: for one user, without root.
#
# dist.sh STAGE VERSION

set -eu
stage=$1 version=$2
platform=$(LC_ALL=C readelf --file-header "$stage/usr/bin/remembrance" | sed -n 's/^ *Machine: *//p')
case $platform in
    *X86-64*) platform=x86_64-linux ;;
    AArch64) platform=aarch64-linux ;;
    *) platform=$(echo "$platform" | tr ' A-Z' '-a-z')-linux ;;
esac
# The newest glibc that a symbol asks for.
glibc=$(LC_ALL=C readelf --dyn-syms --wide "$stage/usr/bin/remembrance" | sed -n 's/.*@GLIBC_\([0-9.]*\).*/\1/p' | sort -uV | tail -1)
name=remembrance-$version-$platform
rm -rf "target/dist/$name"
mkdir -p "target/dist/$name"
cp -R "$stage/usr/bin" "$stage/usr/share" "target/dist/$name/"
# `remembrance service install` writes these, with the place of the binary in them.
rm -r "target/dist/$name/share/dbus-1" "target/dist/$name/share/applications" "target/dist/$name/share/icons" \
    "target/dist/$name/share/metainfo"
cp packaging/install.sh LICENSE-* packaging/THIRD-PARTY-LICENSES.txt "target/dist/$name/"
cat > "target/dist/$name/README" <<END
remembrance $version, for $platform with glibc $glibc or later

    ./install.sh              installs it for you, below ~/.local, and enables the service
    ./install.sh --no-service the same without the service
    ./install.sh --uninstall  removes what it installed; your settings and the ledger stay

It needs no root. The service needs systemd 249 or later; without it start \`remembrance run\` with your session.
END
tar --create --directory target/dist --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
    --mtime="@$SOURCE_DATE_EPOCH" "$name" | xz --threads=1 > "target/dist/$name.tar.xz"
rm -r "target/dist/$name"
echo "target/dist/$name.tar.xz: needs glibc $glibc"
