#!/bin/sh
# Debian and Ubuntu: ./packaging/dev.sh run [ARG...] | test [--all] [ARG...] | bench
# Installs what the system must provide, once, then hands over to dev.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

needed="python3 python3-venv ca-certificates
 libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libgssapi-krb5-2 libxkbcommon0
 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
 fonts-dejavu-core"
case "${1-}: $* " in
  test:*" --all "* | bench:*)
    needed="$needed git xvfb xauth openbox xdotool imagemagick poppler-utils
 libreoffice-writer fonts-liberation2 pandoc libimage-exiftool-perl curl" ;;
esac

if command -v apt-get >/dev/null; then
  # A package may go by a new name and provide the old one, as libglib2.0-0t64 does.
  installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package} ${Provides} \n' |
    sed -n 's/^installed//p' | tr ',\n' '  ') "
  missing=""
  for package in $needed; do
    case $installed in *" $package "*) ;; *) missing="$missing $package" ;; esac
  done
  if [ -n "$missing" ]; then
    as_root=""
    if [ "$(id -u)" != 0 ]; then
      as_root=sudo
      command -v sudo >/dev/null || { echo "newsdesk: as root, run: apt-get install$missing" >&2; exit 1; }
    fi
    echo "newsdesk: installing$missing" >&2
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends $missing >/dev/null
  fi
fi
exec python3 "$here/dev.py" "$@"
