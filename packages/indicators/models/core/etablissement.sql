-- Établissement actif du périmètre, dans sa commune en vigueur, avec les bornes de sa tranche d'effectif et son siège. Une ligne par siret ; ni nom ni adresse.
with
-- Un ancien code partagé entre plusieurs communes : l'établissement va dans celle qui en a la plus grande part.
passage as (
    select
        code_source,
        arg_max(code_commune, (part, code_commune)) as code_commune,
    from core.passage_commune
    group by all
),

-- Un siège sans commune française est à l'étranger : hors du territoire, et connu.
siege as (
    select
        siege.siren,
        any_value(passage.code_commune) as code_commune_siege,
        coalesce(bool_or(dedans.code_commune is not null), false) as est_dans_perimetre,
    from staging.sirene_etablissement__siege as siege
    left join passage
        on passage.code_source = siege.code_commune
    left join core.appartenance as dedans
        on dedans.niveau = 'ti'
        and dedans.code_commune = passage.code_commune
    group by all
)

select
    sirene.siret,
    sirene.siren,
    passage.code_commune,
    sirene.est_diffusible,
    sirene.date_creation,
    sirene.code_ape,
    naf.a38,
    naf.section,
    coalesce(sirene.est_employeur, false) as est_employeur,
    sirene.tranche_effectifs,
    sirene.annee_effectifs,
    tranche.effectif_min,
    tranche.effectif_max,
    tranche.effectif_centre,
    coalesce(tranche.taille, 'sans') as taille,
    sirene.est_siege,
    siege.code_commune_siege,
    case when siege.siren is not null then not siege.est_dans_perimetre end as est_siege_exterieur,
from staging.sirene_etablissement__etablissement as sirene
inner join passage
    on passage.code_source = sirene.code_commune
left join core.tranche_effectif as tranche using (tranche_effectifs)
left join reference.naf_division as naf
    on naf.division = left(sirene.code_ape, 2)
left join siege using (siren)
where sirene.est_actif
