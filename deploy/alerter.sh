#!/bin/sh
# Prévient qu'une commande de l'observatoire a échoué : alerter.sh <code de sortie>, journal de la commande sur l'entrée.
# Variables : ALERTE_A (adresse de courrier), ALERTE_DOSSIER (où garder la dernière alerte), NODE (le programme Node),
# ALERTE_ETAT (la commande qui dit l'état des sources, quand Node n'est pas sur cette machine).
# La même alerte de code 12, 13, 15 ou 16 (site en ligne, une chose à regarder) n'est répétée qu'au bout de sept jours.
set -u
code=${1:?attendu : le code de sortie de la commande}
cd "$(dirname "$0")/.." || exit 1
dossier=${ALERTE_DOSSIER:-data}
etat=${ALERTE_ETAT:-"${NODE:-node} bin/observatoire.js status"}

case $code in
  3) sens="data/territoire.yaml est à corriger : rien n'a été publié, le site d'avant reste en ligne" ;;
  4) sens="un fichier reçu est refusé et rien n'a pu être publié" ;;
  5) sens="aucun producteur ne répond et rien n'a pu être publié" ;;
  6) sens="un contrôle des données a échoué : rien n'a été publié, le site d'avant reste en ligne" ;;
  7) sens="les pages n'ont pas pu être composées : le site d'avant reste en ligne" ;;
  8) sens="un contenu ne peut pas être diffusé : rien n'a été publié, le site d'avant reste en ligne" ;;
  9) sens="une autre commande était en cours" ;;
  10) sens="rien n'est encore publié, ou il n'y a pas de version plus ancienne où revenir" ;;
  11) sens="le disque est plein, ou l'écriture y est refusée : le site d'avant reste en ligne" ;;
  12) sens="une source est trop ancienne, ou plus rien ne s'actualise" ;;
  13) sens="le site est en ligne, mais une source n'a pas pu être actualisée" ;;
  14) sens="la machine manque de mémoire : le site d'avant reste en ligne" ;;
  15) sens="le site est en ligne et à jour, sauf le plan d'actions, qui est à corriger : le dernier plan juste reste montré" ;;
  16) sens="le site est en ligne et à jour, sauf une séance figée, dont les fichiers manquent ou ont été modifiés" ;;
  *) sens="l'actualisation s'est arrêtée : le site d'avant reste en ligne" ;;
esac

# Une ligne de journal en JSON devient « niveau : texte » ; les autres restent.
journal=$(sed -e '/"evenement":"debut"/d' | tail -n 20)
en_mots() {
  sed -e 's/^{.*"niveau":"\([a-z]*\)".*"texte":"\(\([^"\\]\|\\.\)*\)".*/\1 : \2/' -e 's/\\"/"/g' -e 's/\\n/\n  /g'
}
# La cause : la dernière faute dite, car systemd et Docker ajoutent leurs propres lignes après elle.
faute=$(printf '%s\n' "$journal" | grep '"evenement":"faute"' | tail -n 1)
[ -n "$faute" ] || faute=$(printf '%s\n' "$journal" | tail -n 1)
faute=$(printf '%s\n' "$faute" | en_mots)

case $code in 12 | 13 | 15 | 16)
  # Le nom du passage change à chaque publication, et l'âge (code 12) chaque jour : la cause, non.
  cause=$(printf '%s\n' "$faute" | sed -e 's/[0-9]\{8\}-[0-9]\{6\}-[0-9a-f]\{6\}/…/g')
  [ "$code" != 12 ] || cause=$(printf '%s\n' "$cause" | sed -e 's/[0-9][0-9]*\(er\)\{0,1\}/…/g')
  marque=$dossier/alerte-$code
  if [ -f "$marque" ] && [ "$(cat "$marque")" = "$cause" ] && [ -z "$(find "$marque" -mtime +6)" ]; then
    printf '%s\n' "Déjà signalé : $faute"
    exit 0
  fi
  printf '%s\n' "$cause" >"$marque"
  ;;
esac

texte=$(
  printf 'Observatoire, code %s : %s.\n\n' "$code" "$sens"
  printf 'Que faire : page « Mode d’exploitation » du site, ligne du code %s.\n\n' "$code"
  printf 'Dernières lignes du journal\n%s\n\n' "$(printf '%s\n' "$journal" | en_mots)"
  printf 'État des sources\n'
  # Une commande et ses mots : pas de guillemets.
  $etat 2>/dev/null || printf '(voir ci-dessus)\n'
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
