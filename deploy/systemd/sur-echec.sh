#!/bin/sh
# Lancé par observatoire-echec@.service : sur-echec.sh <unité>. Donne à l'alerte le code de sortie et le journal de l'unité.
set -u
unite=${1:?attendu : le nom de l’unité qui a échoué}
code=${MONITOR_EXIT_STATUS:-}
# Avant systemd 251, le code n'est pas transmis.
[ -n "$code" ] || code=$(systemctl show --property=ExecMainStatus --value "$unite")
journalctl --unit="$unite" --output=cat --lines=200 --no-pager | sh "$(dirname "$0")/../alerter.sh" "$code"
