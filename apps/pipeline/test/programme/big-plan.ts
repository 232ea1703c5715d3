import {
  type Action,
  axesProgramme,
  type Plan,
  statutsAction,
  statutsAide,
  tablesPlan,
  type Visibilite
} from "@observatoire/programme";

/** Planted in rows reserved to the committee: none may be found in a byte made for everybody. */
export const canary = "Canari réservé numéro";

/** Texts that would run or break out somewhere if a page, a workbook or a document trusted them; a formula is refused when read. */
export const hostile = [
  `<script>document.title = "pris"</script>`,
  `<img src=x onerror="document.title='pris'">`,
  `#import "@preview/x:1.0.0" #panic("pris") $x$ \\`,
  "]]></t><f>1+1</f>"
];

/** A plan of 60 actions, 300 steps, 200 budget lines and 80 aids, one row in four reserved to the committee. */
export function bigPlan(): Plan {
  const seen = (index: number): Visibilite => (index % 4 === 3 ? "comite" : "public");
  const text = (what: string, index: number) =>
    seen(index) === "comite" ? `${canary} ${what} ${index}` : `${what} ${index}`;
  const day = (index: number, year = 2025) =>
    `${year + (index % 3)}-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({length: count}, (_, index) => make(index));
  const actions = many(
    60,
    (index): Action => ({
      id: `A-${index}`,
      parent_id: null,
      titre:
        index < hostile.length * 4 && index % 4 === 0
          ? hostile[index / 4]!
          : text("Ouvrir un atelier partagé", index),
      axe: axesProgramme[index % 4]!,
      description: text("Ce que l'action fait, en une phrase", index),
      objectifs: text("Ce qu'elle vise sur le territoire", index),
      statut: statutsAction[index % statutsAction.length]!,
      priorite: "Moyen",
      date_debut: day(index, 2024),
      date_fin: day(index, 2026),
      date_creation: "2024-01-15",
      amelioration_continue: false,
      pilotes: [`P-${(index % 3) * 4}`],
      referents: [],
      structures: [],
      partenaires: [],
      industriel_referent: null,
      epci: index % 2 === 0 ? ["200072130"] : [],
      indicateurs: index % 5 === 0 ? [] : ["effectif_prive"],
      blocage_cause: index % 10 === 5 ? text("Le permis attend un avis", index) : null,
      blocage_condition: index % 10 === 5 ? text("L'avis du service instructeur", index) : null,
      blocage_a_qui: null,
      note: text("Le comité a été informé", index),
      note_date: "2026-06-01",
      visibilite: seen(index)
    })
  );
  const empty = Object.fromEntries(tablesPlan.map((table) => [table, []])) as unknown as Plan;
  return {
    ...empty,
    partenaires: many(12, (index) => ({
      id: `P-${index}`,
      nom: text("Partenaire fictif de l'essai", index),
      type: "autre",
      siren: null,
      contact: null,
      visibilite: seen(index)
    })),
    financeurs: many(8, (index) => ({
      id: `F-${index}`,
      nom: text("Financeur fictif de l'essai", index),
      nature: index % 2 === 0 ? "public" : "privé",
      visibilite: seen(index)
    })),
    actions,
    etapes: many(300, (index) => ({
      id: `E-${index}`,
      action_id: `A-${index % 60}`,
      ordre: Math.floor(index / 60) + 1,
      nom: text("Une étape de l'action", index),
      date: day(index, 2025),
      realise: index % 3 === 0,
      date_realisation: index % 3 === 0 ? day(index, 2024) : null,
      visibilite: seen(index)
    })),
    budgets: many(200, (index) => ({
      id: `B-${index}`,
      action_id: `A-${index % 60}`,
      type: index % 2 === 0 ? "investissement" : "fonctionnement",
      unite: "HT",
      annee: 2024 + Math.floor(index / 60),
      previsionnel: 1000 * (index + 1),
      engage: index % 3 === 0 ? null : 500 * (index + 1),
      paye: index % 5 === 0 ? 0 : 100.5 * (index + 1),
      financeur_id: `F-${index % 8}`,
      visibilite: seen(index)
    })),
    aides: many(80, (index) => {
      const statut = statutsAide[index % statutsAide.length]!;
      const decided = statut === "accordée" || statut === "refusée" || statut === "versée";
      return {
        id: `D-${index}`,
        dispositif: `Dispositif fictif ${index % 6}`,
        operateur: "Opérateur fictif",
        action_id: `A-${index % 60}`,
        projet_id: null,
        beneficiaire: text("Entreprise fictive de l'essai", index),
        statut,
        montant_demande: 10_000 * (index + 1),
        montant_accorde: statut === "accordée" || statut === "versée" ? 8000 * (index + 1) : null,
        montant_verse: statut === "versée" ? 4000 * (index + 1) : null,
        date_depot: statut === "en préparation" ? null : "2025-02-01",
        date_decision: decided ? `2025-0${4 + (index % 5)}-15` : null,
        avis_ti: "favorable",
        date_avis: "2025-01-20",
        visibilite: seen(index)
      };
    }),
    instances: many(4, (index) => ({
      id: `C-${index}`,
      type: "COPIL",
      nom: text("Comité de pilotage", index),
      date: `202${5 + (index % 3)}-03-12`,
      lieu: null,
      ordre_du_jour: text("Avancement du plan", index),
      organisations_presentes: ["P-0"],
      visibilite: seen(index)
    })),
    decisions: many(12, (index) => ({
      id: `X-${index}`,
      instance_id: `C-${index % 3}`,
      texte: text("Lancer une étude de faisabilité", index),
      action_id: `A-${(index * 4) % 60}`,
      responsable: null,
      echeance: day(index, 2025),
      realise: index % 2 === 0,
      suite: null,
      visibilite: seen(index)
    })),
    objectifs: many(8, (index) => ({
      id: `O-${index}`,
      axe: axesProgramme[index % 4]!,
      libelle: text("Apprentis accueillis dans l'atelier", index),
      indicateur: null,
      dimension: null,
      modalite: null,
      unite: "apprentis",
      sens: "hausse",
      reference_valeur: 10,
      reference_date: "2023-11-09",
      cible_valeur: 100,
      cible_date: "2027-12-31",
      valeur: 40 + index,
      valeur_date: "2025-12-31",
      fiabilite: "mesuré",
      visibilite: seen(index)
    })),
    commentaires: many(8, (index) => ({
      id: `M-${index}`,
      cible: index % 2 === 0 ? "figure:budget-axes" : "axe:innovation",
      texte: index === 0 ? hostile[0]! : text("Un commentaire du chef de projet", index),
      auteur: "Chef de projet",
      date: "2026-10-01",
      visibilite: seen(index)
    }))
  };
}
