#!/bin/sh
# Lancé par les travaux planifiés de GitHub et de GitLab, avant toute actualisation : s'arrête d'une phrase (code 8) quand le dossier
# des données n'est pas celui d'un site ouvert à tous. Ce qu'un dépôt public garde ou publie se lit en entier.
# Dans le doute, il s'arrête : une ligne de réglage d'une forme inhabituelle pourrait dire « comité » autrement.
set -u
donnees=${OBSERVATOIRE_DATA:-data}
reglages=$donnees/territoire.yaml

arreter() {
  printf '%s\n' "$1" >&2
  exit 8
}
serveur="un site du comité ou un plan d'actions va sur un serveur de la collectivité (deploy/README.md)"

[ -f "$reglages" ] || arreter "data/territoire.yaml manque : rien ne dit que ce site est ouvert à tous."
lignes=$(tr '\r' '\n' <"$reglages" | LC_ALL=C tr -d '\357\273\277' | grep -v -e '^[[:space:]]*#' -e '^[[:space:]]*$' -e '^---$')

# Seules les lignes sans retrait déclarent un réglage, si « nom: » en est une.
printf '%s\n' "$lignes" | grep -q '^nom:' ||
  arreter "data/territoire.yaml doit avoir une ligne « nom: » sans retrait : dans cet état, rien ne dit que ce site est ouvert à tous."
autre=$(printf '%s\n' "$lignes" | grep -v -e '^[[:space:]]' -e '^- ' -e '^[a-z_]*:$' -e '^[a-z_]*: ' | head -n 1)
[ -z "$autre" ] ||
  arreter "data/territoire.yaml, « $autre » : attendu une ligne « clé: valeur » simple, seule à dire sûrement que ce site est ouvert à tous."

printf '%s\n' "$lignes" | grep '^deploiement:' | grep -qvE "^deploiement: +(public|demo|\"(public|demo)\"|'(public|demo)') *( #.*)?$" &&
  arreter "data/territoire.yaml, deploiement : attendu « public » ou « demo » dans un travail planifié de GitHub ou de GitLab ; $serveur."
printf '%s\n' "$lignes" | grep -q '^programme:' &&
  arreter "data/territoire.yaml déclare un plan d'actions (programme:), qui entrerait dans le cache de ce dépôt : $serveur."

for dossier in programme editions depot; do
  [ ! -e "$donnees/$dossier" ] || [ -z "$(ls -A "$donnees/$dossier")" ] ||
    arreter "data/$dossier est dans ce dépôt, que tout le monde peut lire : l'ôter, y compris de l'historique ; $serveur."
done

# Un cache d'avant ce contrôle : un passage qui a un plan en porte les fichiers. Le plan fictif de la démonstration n'a rien de réservé.
for passage in "$donnees"/runs/*/ "$donnees"/runs/.en-cours/; do
  for garde in programme programme-comite.json site-comite; do
    [ ! -e "$passage$garde" ] || grep -qs '"fictif": true' "${passage}manifest.json" ||
      arreter "Le cache garde un passage fait avec un plan d'actions ($(basename "$passage")) : vider les caches de ce dépôt ; $serveur."
  done
done
exit 0
