-- Surface des unités foncières des friches recensées, hors friches potentielles, en hectares, à la date du fichier. Une ligne par territoire et statut de friche.
select
    friche.niveau,
    friche.code_territoire,
    millesime.date_millesime as periode_debut,
    millesime.date_millesime as periode_fin,
    if(friche.statut_friche = '_T', 'total', 'statut_friche') as dimension,
    friche.statut_friche as modalite,
    friche.surface_m2 / 10000 as numerateur,
    case
        when friche.statut is not null then friche.statut
        when friche.surface_m2 is null then 'non_disponible'
        when friche.surfaces_inconnues > 0 then 'minimum'
    end as statut,
    coalesce(
        friche.motif,
        case
            when friche.surfaces_inconnues > 0
            then friche.surfaces_inconnues || if(friche.surfaces_inconnues > 1, ' friches', ' friche') || ' sans surface connue.'
        end
    ) as motif,
from core.friche_territoire as friche
cross join reference.millesime as millesime
where millesime.source = 'cartofriches'
