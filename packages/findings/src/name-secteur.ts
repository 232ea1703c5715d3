/** A sector as sentences need it: "les industries agroalimentaires" (plural verb), short "industries agroalimentaires" for the label of a chart. */
export interface NomSecteur {
  /** With its article, for the middle of a sentence. */
  le: string;
  court: string;
  pluriel: boolean;
}

/** Everyday names of the grands secteurs, and of the A17 and A38 positions of the NAF rév. 2 (a code means the same in both). */
const names: Readonly<Record<string, string>> = {
  industrie: "l'industrie",
  construction: "la construction",
  commerce: "le commerce",
  hotellerie_restauration: "l'hôtellerie-restauration",
  autres_services: "les autres services",
  interim: "l'intérim",
  non_marchand: "le secteur non marchand",
  AZ: "l'agriculture et la pêche",
  BZ: "les industries extractives",
  C1: "les industries agroalimentaires",
  C2: "le raffinage",
  C3: "les équipements électriques, électroniques et les machines",
  C4: "les matériels de transport",
  C5: "les autres industries",
  CA: "les industries agroalimentaires",
  CB: "le textile, l'habillement et le cuir",
  CC: "le bois, le papier et l'imprimerie",
  CD: "le raffinage",
  CE: "la chimie",
  CF: "la pharmacie",
  CG: "le caoutchouc, le plastique et les minéraux non métalliques",
  CH: "la métallurgie et les produits métalliques",
  CI: "les produits informatiques, électroniques et optiques",
  CJ: "les équipements électriques",
  CK: "les machines et équipements",
  CL: "les matériels de transport",
  CM: "les autres industries manufacturières et la réparation",
  DE: "les industries extractives, l'énergie, l'eau et les déchets",
  DZ: "l'énergie",
  EZ: "l'eau, l'assainissement et les déchets",
  FZ: "la construction",
  GZ: "le commerce et la réparation automobile",
  HZ: "les transports et l'entreposage",
  IZ: "l'hébergement et la restauration",
  JA: "l'édition et l'audiovisuel",
  JB: "les télécommunications",
  JC: "les activités informatiques",
  JZ: "l'information et la communication",
  KZ: "la finance et l'assurance",
  LZ: "les activités immobilières",
  MA: "les activités juridiques, comptables, d'ingénierie et de conseil",
  MB: "la recherche-développement",
  MC: "les autres activités spécialisées",
  MN: "les services aux entreprises",
  NZ: "les services administratifs et de soutien",
  OQ: "l'administration, l'enseignement, la santé et l'action sociale",
  OZ: "l'administration publique",
  PZ: "l'enseignement",
  QA: "les activités de santé",
  QB: "l'hébergement médico-social et l'action sociale",
  RU: "les autres activités de services",
  RZ: "les arts, spectacles et loisirs",
  SZ: "les autres services personnels",
  TZ: "les ménages employeurs",
  UZ: "les activités extraterritoriales"
};

/** Everyday name of a sector, by code; an unknown code keeps its label: "le secteur « Travaux forestiers »". */
export function nameSecteur(code: string, libelle: string): NomSecteur {
  const le = names[code];
  if (!le)
    return {
      le: `le secteur «\u00a0${libelle.trim() || code}\u00a0»`,
      court: libelle.trim() || code,
      pluriel: false
    };
  const court = le.replace(/(^|, | et )(?:les |le |la |l')/g, "$1");
  return {le, court, pluriel: /^les /.test(le) || isDouble(le)};
}

/** "le bois, le papier et l'imprimerie": several nouns each with its article. */
function isDouble(le: string): boolean {
  return /(?:, | et )(?:le |la |les |l')/.test(le);
}
