import type {Niveau, Territoire} from "@observatoire/catalog";

function territoire(
  niveau: Niveau,
  code: string,
  nom: string,
  tncc: number | null,
  communes = 1
): Territoire {
  return {niveau, code, nom, tncc, communes, simule: false};
}

/** Territories as unlike as France has them, for the tests of every sentence. */
export const contrasted = {
  lyon: territoire("commune", "69123", "Lyon", 0),
  meaux: territoire("commune", "77284", "Meaux", 0),
  hameau: territoire("commune", "26274", "Rochefourchat", 0),
  lePin: territoire("commune", "77363", "Le Pin", 2),
  laFerte: territoire("commune", "77183", "La Ferté-sous-Jouarre", 3),
  lHay: territoire("commune", "94038", "L'Haÿ-les-Roses", 5),
  lesLilas: territoire("commune", "93045", "Les Lilas", 4),
  oissery: territoire("commune", "77344", "Oissery", 1),
  hirson: territoire("commune", "02381", "Hirson", 1),
  ti: territoire("ti", "nord-est-77-meaux", "Nord Est 77 – Meaux", null, 68),
  autreTi: territoire("autre_ti", "183", "Vallée de l'Arve", null, 32),
  monoEpciTi: territoire("ti", "pays-de-l-ourcq", "Pays de l'Ourcq", null, 22),
  monoEpci: territoire("epci", "247700065", "CC du Pays de l'Ourcq", null, 22),
  ca: territoire("epci", "200072130", "CA du Pays de Meaux", null, 26),
  metropole: territoire("epci", "200046977", "Métropole de Lyon", null, 58),
  zoneEmploi: territoire("zone_emploi", "1107", "Meaux", null, 104),
  seineEtMarne: territoire("departement", "77", "Seine-et-Marne", 0, 507),
  yvelines: territoire("departement", "78", "Yvelines", 4, 258),
  gard: territoire("departement", "30", "Gard", 2, 350),
  laReunionRegion: territoire("region", "04", "La Réunion", 0, 24),
  hautsDeFrance: territoire("region", "32", "Hauts-de-France", 4, 3779),
  ileDeFrance: territoire("region", "11", "Île-de-France", 1, 1266),
  france: territoire("france", "FR", "France", null, 34_875)
} as const satisfies Record<string, Territoire>;
