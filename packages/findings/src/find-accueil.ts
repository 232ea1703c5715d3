import {formatNumber} from "@observatoire/catalog";
import {agree, joinFr} from "./agree.ts";
import {type ChapeauInput, findTerritoireChapeau} from "./find-territoire-chapeau.ts";
import {type Finding, makeFinding} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {emplois, formatShare, habitants, quantity} from "./quantity.ts";
import {counts, isTooSmall, percentages, readMesure} from "./rules.ts";

/** The home page: who we speak of in one sentence (`title`), then the summary of the territory (`reading`). */
export function findAccueil(input: ChapeauInput): Finding {
  const {territoire, effectif, population, partIndustrie} = input;
  const nom = nameTerritoire(territoire);
  const verb =
    territoire.communes > 1
      ? agree(nom.pluriel ? 2 : 1, "réunit", "réunissent")
      : agree(nom.pluriel ? 2 : 1, "compte", "comptent");
  const parts: string[] = [];
  if (territoire.communes > 1) parts.push(`${formatNumber(territoire.communes)} communes`);
  const people = population ? readMesure(population, counts) : null;
  if (people && people.value !== null) parts.push(quantity(people.value, habitants, people));
  const jobs = readMesure(effectif, counts);
  if (jobs.value !== null && jobs.value > 0) parts.push(quantity(jobs.value, emplois, jobs));
  const share = partIndustrie ? readMesure(partIndustrie, percentages) : null;
  const industry =
    jobs.value !== null &&
    share &&
    share.value !== null &&
    share.value > 0 &&
    !share.minimum &&
    !isTooSmall({emplois: jobs.value}, input.seuils?.partIndustrie)
      ? ` (hors intérim, ${formatShare(share.value)} dans l'industrie)`
      : "";
  const chapeau = findTerritoireChapeau(input);
  if (parts.length === 0) return chapeau;
  const none = jobs.value === 0 && !jobs.minimum ? ", sans emploi salarié privé" : "";
  const title = `${nom.sujet} ${verb} ${joinFr(parts)}${industry}${none}`;
  return {...makeFinding({title, reading: []}), reading: chapeau.reading, comparison: chapeau.comparison};
}
