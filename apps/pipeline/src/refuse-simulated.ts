import {DataError, type SiteContent} from "@observatoire/catalog";

/** A site declared public never shows a simulated figure: throws DISCLOSURE naming the first one. */
export function refuseSimulated({deployment, pages}: Pick<SiteContent, "deployment" | "pages">): void {
  if (deployment !== "public") return;
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
