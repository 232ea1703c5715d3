-- Établissements actifs de toute la France. Une ligne par commune, division, immobilier ou solaire, employeur, tranche d'effectif et diffusion.
select
    nullif(code_commune, '[ND]') as code_commune,
    case
        when length(activite_principale) = 6 and right(activite_principale, 1) in ('A', 'B', 'C', 'D', 'E', 'F', 'Z')
        then left(activite_principale, 2)
    end as division,
    coalesce(activite_principale in ('68.20A', '68.20B', '35.11Z'), false) as est_immobilier_solaire,
    nullif(caractere_employeur, '[ND]') = 'O' as est_employeur,
    nullif(tranche_effectifs, '[ND]') as tranche_effectifs,
    statut_diffusion is not distinct from 'O' as est_diffusible,
    count(*) as lignes,
from raw.sirene_etablissement__etablissement
where etat_administratif = 'A'
group by all
