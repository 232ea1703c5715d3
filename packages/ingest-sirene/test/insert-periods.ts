import type {Warehouse} from "@observatoire/warehouse";

/**
 * Fills the raw tables from the real periods of one commune: the periods themselves, and the stock that they imply (an
 * establishment was created when its first period starts; its state and its activity are those of the current one).
 */
export async function insertPeriods(warehouse: Warehouse, path: string): Promise<void> {
  await warehouse.run(`
    create temp table reelle as from read_parquet('${path.replaceAll("'", "''")}');
    insert into raw.sirene_historique__periode by name
    select
      siret,
      dateDebut as date_debut,
      dateFin as date_fin,
      etat as etat_administratif,
      code_ape as activite_principale
    from reelle;
    insert into raw.sirene_etablissement__etablissement by name
    select
      siret,
      left(siret, 9) as siren,
      right(siret, 5) as nic,
      'O' as statut_diffusion,
      first(dateDebut order by dateFin nulls last) as date_creation,
      last(dateDebut order by dateFin nulls last) as date_debut,
      last(etat order by dateFin nulls last) as etat_administratif,
      last(code_ape order by dateFin nulls last) as activite_principale,
      any_value(code_tranche) as tranche_effectifs,
      any_value(code_commune) as code_commune
    from reelle
    group by siret`);
}
