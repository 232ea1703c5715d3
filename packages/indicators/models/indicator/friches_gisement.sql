-- Classe de gisement de friches d'un territoire, d'après les surfaces sans projet, avec projet et reconverties. Une ligne par territoire.
with
statut as (
    select
        niveau,
        code_territoire,
        bool_or(sites_avec_terrain > 0) filter (statut_friche = 'sans_projet') as sans_projet,
        bool_or(sites_avec_terrain > 0) filter (statut_friche in ('avec_projet', 'reconvertie')) as engagees,
        any_value(statut) as statut,
        any_value(motif) as motif,
    from core.friche_territoire
    group by
        niveau,
        code_territoire
)

select
    statut.niveau,
    statut.code_territoire,
    millesime.date_millesime as periode_debut,
    millesime.date_millesime as periode_fin,
    'gisement' as dimension,
    case
        when not sans_projet and not engagees then 'nul_sans_potentiel'
        when not sans_projet then 'nul_exploite'
        when not engagees then 'non_exploite'
        else 'en_cours'
    end as modalite,
    1 as valeur,
    if(statut.statut = 'minimum', 'estime', statut.statut) as statut,
    statut.motif,
from statut
cross join reference.millesime as millesime
where millesime.source = 'cartofriches'
    and statut.sans_projet is not null
