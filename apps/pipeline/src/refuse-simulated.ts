import {DataError, type SiteContent} from "@observatoire/catalog";

/** A site declared public never shows a simulated figure, even frozen: throws DISCLOSURE naming the first one. */
export function refuseSimulated({deployment, pages}: Pick<SiteContent, "deployment" | "pages">): void {
  if (deployment !== "public") return;
  refuseSession(pages);
  const found = pages.flatMap((page) =>
    page.figures.filter(({simulated}) => simulated).map(({id}) => `« ${id} » (page ${page.path})`)
  );
  if (found.length === 0) return;
  throw new DataError("DISCLOSURE", {
    where: "déploiement public",
    expected: "des figures qui reposent toutes sur des données réelles",
    found: `${found.length} figure${found.length > 1 ? "s" : ""} sur données simulées, dont ${found[0]}`,
    action: "collecter les sources manquantes, ou déclarer « deploiement: demo » dans data/territoire.yaml"
  });
}

/** A session frozen from a demo stays what it was: it has no place in a public site. */
function refuseSession(pages: SiteContent["pages"]): void {
  const frozen = pages.find(({frozenSimulated}) => frozenSimulated);
  if (frozen === undefined) return;
  throw new DataError("DISCLOSURE", {
    where: "déploiement public",
    expected: "des séances figées sur des données réelles",
    found: `une séance figée sur des données simulées (page ${frozen.path})`,
    action:
      "déplacer son dossier hors de data/editions, ou déclarer « deploiement: demo » dans data/territoire.yaml"
  });
}
