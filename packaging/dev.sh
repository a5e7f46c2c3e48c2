#!/bin/sh
# Debian and Ubuntu: ./packaging/dev.sh run [ARG...] | test [--all] [ARG...] | bench
# Installs what the system must provide, once, then hands over to dev.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

needed="python3 python3-venv ca-certificates
 libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0
 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
 fonts-dejavu-core"
case " $* " in
  " test "*" --all "*|" bench "*)
    needed="$needed git xvfb xauth openbox xdotool imagemagick poppler-utils
 libreoffice-writer pandoc libimage-exiftool-perl" ;;
esac

if command -v apt-get >/dev/null; then
  missing=""
  for package in $needed; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    echo "newsdesk: installing$missing" >&2
    as_root=""
    [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends $missing >/dev/null
  fi
fi
exec python3 "$here/dev.py" "$@"
