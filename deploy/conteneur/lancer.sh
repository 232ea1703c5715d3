#!/bin/sh
# Lancé par le cron de l'hôte : lancer.sh refresh, ou lancer.sh status --max-age 3j. La commande tourne dans le conteneur ; un échec
# affiche l'alerte, que cron envoie à MAILTO, et qui n'est pas répétée avant sept jours (codes 12, 13, 15 et 16).
set -u
cd "$(dirname "$0")/../.." || exit 1
dossier=${ALERTE_DOSSIER:-/var/lib/observatoire-alerte}
mkdir -p "$dossier" || exit 1
lancement="${DOCKER:-docker} compose -f deploy/conteneur/compose.yml run --rm -T actualisation"

code=0
$lancement "$@" >/dev/null 2>"$dossier/dernier.log" </dev/null || code=$?
[ "$code" -eq 0 ] ||
  ALERTE_DOSSIER=$dossier ALERTE_ETAT="$lancement status" sh deploy/alerter.sh "$code" <"$dossier/dernier.log"
