import {agree} from "./agree.ts";
import {compareYearly} from "./compare-mesure.ts";
import {findAbsence} from "./describe-absence.ts";
import {type Finding, type Mesure, makeFinding, type Periode, type Sujet} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {computeYears, formatBounds} from "./periode.ts";
import {formatHectares} from "./quantity.ts";
import {counts, minimumHectares, readMesure} from "./rules.ts";

export interface SurfaceInput extends Sujet {
  /** The same over an earlier window, of any length: years are compared, not totals. */
  avant?: (Mesure & {periode: Periode}) | null;
}

const land = "d'espaces naturels, agricoles et forestiers";

/** Land consumed over several years: "Du 1er janvier 2021 au 1er janvier 2024, 30 ha … ont été consommés dans le territoire, 10 ha par an, contre 15,2 ha par an du … au …". */
export function findSurface(input: SurfaceInput): Finding {
  const {territoire, periode, avant} = input;
  const nom = nameTerritoire(territoire);
  const date = formatBounds(periode);
  const surface = readMesure(input, counts);
  if (surface.value === null) {
    return findAbsence(`la consommation ${land} ${nom.ici}`, "f", date, surface.statut);
  }
  const {value} = surface;
  const years = computeYears(periode);
  const yearly = years > 1 ? value / years : null;
  const against = yearly !== null && avant ? tellBefore(avant, periode) : null;
  const told =
    value === 0 && !surface.minimum
      ? `aucun hectare ${land} n'a été consommé`
      : `${formatHectares(value, surface)} ${land} ${agree(value, "a été consommé", "ont été consommés")}`;
  const pace =
    yearly !== null && value >= minimumHectares && !surface.minimum
      ? `soit ${formatHectares(yearly)} par an en moyenne`
      : null;
  const whole = [pace, pace ? against : null].filter((part) => part !== null).join(", ");
  return makeFinding({
    title: `${date}, ${told} ${nom.ici}${whole === "" ? "" : `, ${whole}`}`,
    reading: [`${date}, ${told} ${nom.a}${whole === "" ? "" : `, ${whole}`}`],
    alt: `${date}, ${told} ${nom.ici}`,
    comparison: whole === "" ? null : whole.replace(/^soit /, "")
  });
}

/** The yearly mean of an earlier window, when it is one and is known. */
function tellBefore(avant: Mesure & {periode: Periode}, periode: Periode): string | null {
  const before = readMesure(avant, counts);
  const years = computeYears(avant.periode);
  if (before.value === null || before.minimum || years < 1 || avant.periode.from === periode.from)
    return null;
  return compareYearly(before.value / years, avant.periode);
}
