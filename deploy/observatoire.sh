#!/bin/sh
# Le logiciel, lancé à la main comme la minuterie le lance : même dossier, mêmes réglages (dont OBSERVATOIRE_DATA et le relais).
# À nommer /usr/local/bin/observatoire par un lien, et à lancer avec le compte de l'observatoire :
#   sudo -u observatoire observatoire status
set -eu
if [ "$(id -u)" = 0 ]; then
  # Un fichier de root dans les données arrêterait les actualisations suivantes.
  echo "Attendu le compte de l'observatoire, trouvé root : taper « sudo -u observatoire observatoire … »." >&2
  exit 2
fi
umask 0027
reglages=${OBSERVATOIRE_REGLAGES:-/etc/default/observatoire}
if [ -r "$reglages" ]; then
  set -a
  . "$reglages"
  set +a
fi
cd "$(dirname "$(readlink -f "$0")")/.."
exec "${NODE:-node}" bin/observatoire.js "$@"
