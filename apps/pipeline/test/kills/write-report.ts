import {formatNumber} from "@observatoire/catalog";
import type {Trials} from "./run-trials.ts";

/** `docs/arrets-brutaux.md`. */
export function reportTrials(trials: Trials): string {
  const {seed, kills, ended, whole, published, kept, steps, answers, faults, usualMs, seconds} = trials;
  const count = (kind: string) => formatNumber(faults.filter((fault) => fault.kind === kind).length);
  const one = (value: number) => formatNumber(value, {decimals: 1});
  return `# Arrêts brutaux

Écrit par \`npm run kills\`, qui le récrit ; ne pas modifier. La vraie commande \`refresh\` est arrêtée par SIGKILL, avec tout son groupe de processus :
six fois sur dix à un moment tiré uniformément sur la durée habituelle d'un passage, sinon juste après un événement sur le disque. Le passage suivant part
de ce que l'arrêt a laissé ; rien n'est jamais nettoyé. Le monde de l'essai a un plan d'actions (lignes publiques et réservées), une séance figée avant les
arrêts, et un producteur qui envoie lentement son fichier : chaque version change à la fois ce fichier et le plan. Quatre passages sur cinq le téléchargent, les
autres le prennent dans un dossier (\`--from\`). Après chaque arrêt, le passage en ligne est lu comme le font ses lecteurs (lien, empreinte de chaque fichier,
\`query\` sur l'entrepôt et sur la base du plan, Parquet, CSV, pages et fichiers des deux sites, manifeste, archive, pages et documents de la séance) : tous doivent
dire la même version, jamais plus ancienne que la dernière vue, la séance celle qu'elle a figée, et rien de réservé n'est dans le site de tous. Après dix arrêts
un passage est mené à sa fin : il doit sortir 0, publier le dernier fichier reçu et ne rien laisser derrière lui. La graine redonne le même plan d'arrêts ;
l'endroit exact d'un arrêt dépend aussi de la machine.

| | |
|---|---:|
| graine | ${seed} |
| arrêts (SIGKILL) | ${formatNumber(kills)} |
| états invalides | ${count("invalide")} |
| états mêlés | ${count("mêlé")} |
| états bloqués | ${count("bloqué")} |
| arrêts après lesquels les lecteurs voyaient la nouvelle version | ${formatNumber(published)} |
| arrêts après lesquels ils voyaient encore la précédente | ${formatNumber(kept)} |
| passages finis avant l'arrêt prévu | ${formatNumber(ended)} |
| passages menés à leur fin après des arrêts | ${formatNumber(whole)} |
| téléchargements entiers demandés | ${formatNumber(answers.whole)} |
| téléchargements repris où l'arrêt les avait coupés | ${formatNumber(answers.resumed)} |
| durée habituelle d'un passage, en secondes | ${one(usualMs / 1000)} |
| durée de l'essai, en minutes | ${one(seconds / 60)} |

| étape interrompue | arrêts |
|---|---:|
${[...steps]
  .sort(([, a], [, b]) => b - a)
  .map(([step, times]) => `| ${step} | ${formatNumber(times)} |`)
  .join("\n")}
${faults.map(({trial, kind, plan, sentence}) => `\n- ${kind}, après ${trial} arrêts (${plan}) : ${sentence.trim()}`).join("")}`;
}
