#!/bin/sh
# Prévient qu'une commande de l'observatoire a échoué : alerter.sh <code de sortie>, journal de la commande sur l'entrée.
# Variables : ALERTE_A (adresse de courrier), ALERTE_DOSSIER (où garder la dernière alerte), NODE (le programme Node).
# La même alerte de code 12 ou 13 (site en ligne, une source ancienne ou en échec) n'est répétée qu'au bout de sept jours.
set -u
code=${1:?attendu : le code de sortie de la commande}
cd "$(dirname "$0")/.." || exit 1
dossier=${ALERTE_DOSSIER:-data}
node=${NODE:-node}

case $code in
  3) sens="data/territoire.yaml est à corriger : rien n'a été publié, le site d'avant reste en ligne" ;;
  4) sens="un fichier reçu est refusé et rien n'a pu être publié" ;;
  5) sens="aucun producteur ne répond et rien n'a pu être publié" ;;
  6) sens="un contrôle des données a échoué : rien n'a été publié, le site d'avant reste en ligne" ;;
  7) sens="les pages n'ont pas pu être composées : le site d'avant reste en ligne" ;;
  8) sens="un contenu ne peut pas être diffusé : rien n'a été publié, le site d'avant reste en ligne" ;;
  9) sens="une autre commande était en cours" ;;
  10) sens="rien n'est encore publié" ;;
  11) sens="le disque est plein : le site d'avant reste en ligne" ;;
  12) sens="une source est trop ancienne, ou plus rien ne s'actualise" ;;
  13) sens="le site est en ligne, mais une source n'a pas pu être actualisée" ;;
  14) sens="la machine manque de mémoire : le site d'avant reste en ligne" ;;
  15) sens="le plan d'actions est à corriger : rien n'a été publié, le site d'avant reste en ligne" ;;
  16) sens="une séance figée manque ou a été modifiée : rien n'a été publié, le site d'avant reste en ligne" ;;
  *) sens="l'actualisation s'est arrêtée : le site d'avant reste en ligne" ;;
esac

# Une ligne de journal en JSON devient « niveau : texte » ; les autres restent.
lignes=$(sed -e '/"evenement":"debut"/d' -e 's/^{.*"niveau":"\([a-z]*\)".*"texte":"\(\([^"\\]\|\\.\)*\)".*/\1 : \2/' -e 's/\\"/"/g' | tail -n 20)
faute=$(printf '%s\n' "$lignes" | tail -n 1)

if [ "$code" = 12 ] || [ "$code" = 13 ]; then
  marque=$dossier/alerte-$code
  if [ -f "$marque" ] && [ "$(cat "$marque")" = "$faute" ] && [ -z "$(find "$marque" -mtime +6)" ]; then
    printf '%s\n' "Déjà signalé : $faute"
    exit 0
  fi
  printf '%s\n' "$faute" >"$marque"
fi

texte=$(
  printf 'Observatoire, code %s : %s.\n\n' "$code" "$sens"
  printf 'Que faire : page « Mode d’exploitation » du site, ligne du code %s.\n\n' "$code"
  printf 'Dernières lignes du journal\n%s\n\n' "$lignes"
  printf 'État des sources\n'
  "$node" bin/observatoire.js status 2>/dev/null || printf '(voir ci-dessus)\n'
)
printf '%s\n' "$texte"
printf '%s\n' "$texte" >"$dossier/derniere-alerte.txt"

envoi=$(command -v "${SENDMAIL:-sendmail}" || ls /usr/sbin/sendmail 2>/dev/null)
if [ -n "${ALERTE_A:-}" ] && [ -n "$envoi" ]; then
  {
    printf 'To: %s\nSubject: [Observatoire] code %s\n' "$ALERTE_A" "$code"
    printf 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\nAuto-Submitted: auto-generated\n\n'
    printf '%s\n' "$texte"
  } | "$envoi" -t
fi
