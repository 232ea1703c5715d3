-- Unité légale présente dans le périmètre par un établissement au moins ; ni personne physique ni diffusion partielle n'y a de nom. Une ligne par siren.
with
unite as (
    select stock.*
    from raw.sirene_unite_legale__unite_legale as stock
    semi join staging.sirene_etablissement__etablissement as perimetre
        on perimetre.siren = stock.siren
)

select
    siren,
    statut_diffusion is not distinct from 'O' as est_diffusible,
    nullif(categorie_entreprise, '[ND]') as categorie_entreprise,
    nullif(categorie_juridique, '[ND]') as categorie_juridique,
    categorie_juridique is not distinct from '1000' as est_personne_physique,
    -- Sans forme juridique connue, une unité peut être une personne : elle n'a pas de nom non plus.
    case
        when statut_diffusion = 'O' and nullif(categorie_juridique, '[ND]') <> '1000' then nullif(denomination, '[ND]')
    end as denomination,
    nullif(nic_siege, '[ND]') as nic_siege,
    etat_administratif is not distinct from 'A' as est_actif,
    nullif(tranche_effectifs, '[ND]') as tranche_effectifs,
    annee_effectifs::integer as annee_effectifs,
    nullif(caractere_employeur, '[ND]') = 'O' as est_employeur,
from unite
