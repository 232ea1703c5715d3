import {type FigureSpec, formatDate, formatInterval, formatValue, statuts} from "@observatoire/catalog";
import type {LigneAides} from "@observatoire/programme";
import type {Published} from "../../published.ts";
import {euros, observedSources, planFigure, planKey, texte} from "./plan-figure.ts";
import {amount, count} from "./plan-words.ts";
import type {PlanContext} from "./programme-source.ts";

const inTtc =
  "Montants toutes taxes comprises, comme les opérateurs les donnent : ils ne se retranchent pas des budgets.";
const noAide = "Aucun dossier d'aide n'est écrit : les ajouter dans aides.csv.";

export function aidesTotal({programme}: PlanContext): LigneAides | undefined {
  return programme.suivi.aides.find(({groupe}) => groupe === "total");
}

/** Four key figures of the ledger: files, granted euros, share granted, delay. */
export function aidesKeys(context: PlanContext): FigureSpec[] {
  const total = aidesTotal(context);
  const dossiers = total?.dossiers ?? 0;
  const taux = total?.taux_transformation ?? null;
  const delai = total?.delai_median ?? null;
  return [
    planKey(context, {
      id: "aides-dossiers",
      title: `Le registre compte ${count(dossiers, "dossier")} d'aide`,
      subtitle: "Dossiers d'aide",
      reading: `${count(total?.deposees ?? 0, "dossier déposé", "dossiers déposés")}, ${count(total?.decidees ?? 0, "décidé")}.`,
      valeur: dossiers,
      unit: "nombre",
      comparison: `${count(total?.accordees ?? 0, "accordé")}, ${count(total?.refusees ?? 0, "refusé")}`
    }),
    planKey(context, {
      id: "aides-accorde",
      title: `${amount(total?.accorde)} d'aides sont accordés`,
      subtitle: "Aides accordées, TTC",
      reading: `${amount(total?.demande)} demandés, ${amount(total?.accorde)} accordés, ${amount(total?.verse)} versés.`,
      limits: [inTtc],
      valeur: total?.accorde ?? null,
      unit: "eur",
      comparison: `${amount(total?.demande)} demandés, ${amount(total?.verse)} versés`,
      whenEmpty: noAide
    }),
    planKey(context, {
      id: "aides-transformation",
      title:
        taux === null
          ? "Aucun dossier n'est encore décidé"
          : `${formatValue(taux, "pct", {decimals: 1})} des dossiers décidés sont accordés`,
      subtitle: "Taux de transformation",
      reading: "Dossiers accordés, pour cent dossiers décidés (accordés ou refusés).",
      limits: ["Un dossier en cours d'instruction n'est pas compté."],
      valeur: taux,
      unit: "pct",
      decimals: 1,
      comparison: `${total?.accordees ?? 0} sur ${count(total?.decidees ?? 0, "dossier décidé", "dossiers décidés")}`,
      whenEmpty: "Aucun dossier n'est encore décidé."
    }),
    planKey(context, {
      id: "aides-delai",
      title:
        delai === null
          ? "Aucun délai n'est connu"
          : `La moitié des décisions sont venues en ${formatValue(delai, "jours")} ou moins`,
      subtitle: "Délai médian de décision",
      reading: "Nombre médian de jours entre le dépôt d'un dossier et sa décision.",
      valeur: delai,
      unit: "jours",
      comparison: "du dépôt à la décision",
      direction: "plus-bas-mieux",
      whenEmpty: "Aucun dossier ne donne à la fois sa date de dépôt et sa date de décision."
    })
  ];
}

/** The ledger: one line a file, the ones awaiting a decision first. */
export function registreTable(context: PlanContext, id: string): FigureSpec {
  const {plan} = context.programme;
  const order = ["déposée", "en préparation", "accordée", "versée", "refusée", "retirée"];
  const aides = [...plan.aides].sort(
    (a, b) =>
      order.indexOf(a.statut) - order.indexOf(b.statut) ||
      (a.date_depot ?? "9").localeCompare(b.date_depot ?? "9")
  );
  const waiting = aides.filter(({statut}) => statut === "déposée").length;
  const nameOf = (aide: (typeof aides)[number]) =>
    aide.beneficiaire ?? plan.projets_industriels.find(({id: one}) => one === aide.projet_id)?.nom ?? null;
  return {
    ...planFigure(context, {
      id,
      title:
        waiting === 0
          ? "Aucun dossier n'attend de décision"
          : `${count(waiting, "dossier attend", "dossiers attendent")} une décision`,
      subtitle: "Registre des demandes d'aide, en euros toutes taxes comprises",
      limits: [inTtc],
      columns: [
        texte("id", "N°"),
        texte("dispositif", "Dispositif"),
        texte("operateur", "Opérateur"),
        texte("beneficiaire", "Bénéficiaire"),
        texte("statut_aide", "Statut"),
        euros("demande", "Demandé"),
        euros("accorde", "Accordé"),
        euros("verse", "Versé"),
        {name: "depot", label: "Dépôt", type: "date"},
        {name: "decision", label: "Décision", type: "date"},
        texte("avis", "Avis du Territoire d'industrie")
      ],
      rows: aides.map((aide) => ({
        id: aide.id,
        dispositif: aide.dispositif,
        operateur: aide.operateur,
        beneficiaire: nameOf(aide),
        statut_aide: aide.statut,
        demande: aide.montant_demande,
        accorde: aide.montant_accorde,
        verse: aide.montant_verse,
        depot: aide.date_depot,
        decision: aide.date_decision,
        avis: aide.avis_ti
      })),
      whenEmpty: noAide
    }),
    kind: "table"
  };
}

/** Files by scheme: how many, what they obtained, how long they took. */
export function dispositifsTable(context: PlanContext, id: string): FigureSpec {
  const lines = context.programme.suivi.aides
    .filter(({groupe}) => groupe === "dispositif")
    .sort((a, b) => b.dossiers - a.dossiers || a.cle.localeCompare(b.cle, "fr"));
  const [first] = lines;
  return {
    ...planFigure(context, {
      id,
      title: first
        ? `${first.cle} réunit le plus de dossiers : ${first.dossiers}`
        : "Aucun dispositif n'est encore sollicité",
      subtitle: "Dossiers par dispositif, montants toutes taxes comprises",
      reading: first
        ? `${first.cle} : ${count(first.dossiers, "dossier")}, ${first.accordees} ${first.accordees > 1 ? "accordés" : "accordé"} sur ${first.decidees} ${first.decidees > 1 ? "décidés" : "décidé"}.`
        : "",
      limits: [inTtc, "Sur peu de dossiers, un taux ne dit rien de ce que les suivants deviendront."],
      columns: [
        texte("dispositif", "Dispositif"),
        {name: "dossiers", label: "Dossiers", type: "nombre"},
        {name: "decidees", label: "Décidés", type: "nombre"},
        {name: "accordees", label: "Accordés", type: "nombre"},
        {name: "taux", label: "Taux de transformation", type: "nombre", unit: "pct", decimals: 1},
        euros("demande", "Demandé"),
        euros("accorde", "Accordé"),
        {name: "delai", label: "Délai médian", type: "nombre", unit: "jours"}
      ],
      rows: lines.map((one) => ({
        dispositif: one.cle,
        dossiers: one.dossiers,
        decidees: one.decidees,
        accordees: one.accordees,
        taux: one.taux_transformation,
        demande: one.demande,
        accorde: one.accorde,
        delai: one.delai_median
      })),
      whenEmpty: noAide
    }),
    kind: "table"
  };
}

/** Declared jobs of each project, against the workforce class that the open register gives. */
export function emploisTable(published: Published, context: PlanContext, id: string): FigureSpec {
  const {plan, suivi} = context.programme;
  const rows = suivi.emplois.flatMap((one) => {
    const projet = plan.projets_industriels.find(({id: wanted}) => wanted === one.projet_id);
    if (!projet) return [];
    const observed = formatInterval(one.observes_min, one.observes_max, "emplois");
    return [
      {
        projet: projet.nom,
        stade: projet.stade,
        montant: projet.montant,
        declares: one.declares,
        observes: observed ?? statuts[one.statut].sign,
        annee: one.annee,
        debut: projet.date_debut === null ? null : formatDate(projet.date_debut)
      }
    ];
  });
  const told = rows.find(({declares, observes}) => declares !== null && /\d/.test(observes));
  const declared = suivi.emplois.reduce((sum, {declares}) => sum + (declares ?? 0), 0);
  return {
    ...planFigure(context, {
      id,
      title:
        declared === 0
          ? "Aucun projet ne déclare d'emplois"
          : `Les projets déclarent ${count(declared, "emploi")} ; le répertoire ne donne qu'une tranche d'effectif`,
      subtitle:
        "Projets industriels suivis : emplois déclarés par l'entreprise, et tranche d'effectif de son établissement (Sirene)",
      reading: told
        ? `« ${told.projet} » déclare ${count(told.declares ?? 0, "emploi")} ; effectif observé de l'établissement : ${told.observes}${told.annee ? ` en ${told.annee}` : ""}.`
        : "",
      limits: [
        "Emplois déclarés : à créer par le projet. Effectif observé : tout l'établissement, l'année indiquée. L'un ne vérifie pas l'autre, il en donne l'échelle.",
        "« s » : l'établissement ne peut pas être montré ; « n.d. » : effectif inconnu ; « – » : pas encore d'établissement."
      ],
      columns: [
        texte("projet", "Projet"),
        texte("stade", "Stade"),
        euros("montant", "Montant HT"),
        {name: "declares", label: "Emplois déclarés", type: "nombre", unit: "emplois"},
        texte("observes", "Effectif observé"),
        texte("annee", "Année"),
        texte("debut", "Début")
      ],
      rows,
      observed: observedSources(published, ["sirene_etablissement"]),
      whenEmpty: "Aucun projet industriel n'est écrit : les ajouter dans projets_industriels.csv."
    }),
    kind: "table"
  };
}
