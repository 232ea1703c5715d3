import type {Suivi} from "./suivi.ts";

/** DuckDB types of the derived tables. */
export type DerivedType = "varchar" | "double" | "integer" | "boolean" | "date";

/** A table of the warehouse: its columns in order, and its rows as text that casts to those types; absent is null. */
export interface DerivedTable {
  /** "derived.action". */
  name: string;
  columns: Record<string, DerivedType>;
  rows: Record<string, string | null>[];
}

type Cell = string | number | boolean | null;

/** Every fact the rules say of a plan on a day, flat: one table a list, `jour` being that day. */
export function derivedTables(suivi: Suivi): DerivedTable[] {
  const table = <C extends Record<string, DerivedType>>(
    name: string,
    columns: C,
    rows: readonly Record<keyof C, Cell>[]
  ): DerivedTable => ({
    name: `derived.${name}`,
    columns: {jour: "date", ...columns},
    rows: rows.map((row) => ({
      jour: suivi.date,
      ...Object.fromEntries(
        Object.keys(columns).map((column) => [column, row[column] === null ? null : String(row[column])])
      )
    }))
  });

  return [
    table(
      "action",
      {
        action_id: "varchar",
        racine: "boolean",
        avancement_etapes: "double",
        etapes: "integer",
        etapes_realisees: "integer",
        en_retard: "boolean",
        jours_de_retard: "integer",
        retard_declare: "boolean",
        etapes_en_retard: "integer",
        bloquee: "boolean",
        manques: "varchar",
        previsionnel: "double",
        engage: "double",
        paye: "double"
      },
      suivi.actions.map((action) => ({...action, manques: action.manques.join("|")}))
    ),
    table(
      "avancement",
      {
        cle: "varchar",
        actions: "integer",
        realisees: "integer",
        en_retard: "integer",
        bloquees: "integer",
        par_actions: "double",
        par_etapes: "double",
        etapes: "integer",
        etapes_realisees: "integer"
      },
      suivi.avancement.map(({cle, avancement}) => ({cle, ...avancement}))
    ),
    table(
      "completude",
      {champ: "varchar", remplies: "integer", actions: "integer", pourcentage: "double", alerte: "boolean"},
      suivi.completude.map((row) => ({...row}))
    ),
    table(
      "budget",
      {
        groupe: "varchar",
        cle: "varchar",
        unite: "varchar",
        previsionnel: "double",
        previsionnel_actions: "integer",
        engage: "double",
        engage_actions: "integer",
        paye: "double",
        paye_actions: "integer"
      },
      suivi.budgets.map(({groupe, cle, unite, previsionnel, engage, paye}) => ({
        groupe,
        cle,
        unite,
        previsionnel: previsionnel.total,
        previsionnel_actions: previsionnel.actions,
        engage: engage.total,
        engage_actions: engage.actions,
        paye: paye.total,
        paye_actions: paye.actions
      }))
    ),
    table(
      "levier",
      {cle: "varchar", public: "double", prive: "double", levier: "double"},
      suivi.leviers.map((row) => ({...row}))
    ),
    table(
      "aide",
      {
        groupe: "varchar",
        cle: "varchar",
        dossiers: "integer",
        deposees: "integer",
        decidees: "integer",
        accordees: "integer",
        refusees: "integer",
        taux_transformation: "double",
        demande: "double",
        accorde: "double",
        verse: "double",
        taux_montant: "double",
        delai_median: "double"
      },
      suivi.aides.map((row) => ({...row}))
    ),
    table(
      "emploi_projet",
      {
        projet_id: "varchar",
        siret: "varchar",
        declares: "integer",
        observes_min: "integer",
        observes_max: "integer",
        annee: "varchar",
        statut: "varchar"
      },
      suivi.emplois.map((row) => ({...row}))
    ),
    table(
      "objectif",
      {
        objectif_id: "varchar",
        reference_valeur: "double",
        reference_date: "date",
        cible_valeur: "double",
        cible_date: "date",
        valeur: "double",
        valeur_date: "date",
        statut: "varchar",
        trajectoire: "double",
        chemin: "double",
        position: "varchar",
        origine: "varchar",
        fiabilite: "varchar"
      },
      suivi.objectifs.map(({serie: _, ...row}) => row)
    ),
    table(
      "objectif_serie",
      {objectif_id: "varchar", date: "date", valeur: "double", statut: "varchar"},
      suivi.objectifs.flatMap(({objectif_id, serie}) => serie.map((point) => ({objectif_id, ...point})))
    )
  ];
}
