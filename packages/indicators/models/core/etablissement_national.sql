-- Établissements actifs de toute la France dans les communes en vigueur. Une ligne par commune, division, immobilier ou solaire, employeur ou non, taille.
with
sirene as (
    select
        sirene.code_commune,
        sirene.division,
        coalesce(sirene.est_immobilier_solaire, false) as est_immobilier_solaire,
        coalesce(sirene.est_employeur, false) as est_employeur,
        coalesce(tranche.taille, 'sans') as taille,
        sum(sirene.lignes) as lignes,
    from staging.sirene_etablissement__national as sirene
    left join core.tranche_effectif as tranche using (tranche_effectifs)
    group by all
)

select
    passage.code_commune,
    sirene.division,
    sirene.est_immobilier_solaire,
    sirene.est_employeur,
    sirene.taille,
    sum(sirene.lignes * passage.part)::double as etablissements,
from sirene
inner join core.passage_commune as passage
    on passage.code_source = sirene.code_commune
group by all
