-- Naissances et fermetures de tous les établissements de France. Une ligne par commune, industrie manufacturière, transfert, cession, années de naissance et de fermeture, durée, état et qualité de la date de naissance.
with
-- Vingt ans suffisent aux cohortes : plus tôt, les années se confondent et la durée se tait, pour peu de groupes.
image as (
    select
        max(date_millesime) as date_image,
        year(max(date_millesime)) - 20 as annee_plancher,
    from reference.millesime
    where source = 'sirene_etablissement' and file = 'etablissement'
),

-- Les deux bouts de chaque lien, par siret : une seule jointure. Un lien sans date vaut pour toute date.
bout as (
    select
        siret_successeur as siret,
        coalesce(date_lien, date '1900-01-01') as succede,
        null as cede,
    from raw.sirene_succession__lien
    union all
    select
        siret_predecesseur as siret,
        null as succede,
        coalesce(date_lien, date '9999-12-31') as cede,
    from raw.sirene_succession__lien
    where continuite_economique
),

lien as (
    select
        try_cast(siret as bigint) as siret,
        min(succede) as premier_lien,
        max(cede) as dernier_lien,
    from bout
    group by all
),

sirene as (
    select
        try_cast(siret as bigint) as siret,
        nullif(code_commune, '[ND]') as code_commune,
        coalesce(
            left(activite_principale, 2) between '10' and '33'
            and length(activite_principale) = 6
            and right(activite_principale, 1) in ('A', 'B', 'C', 'D', 'E', 'F', 'Z'),
            false
        ) as est_manufacture,
        etat_administratif is not distinct from 'A' as est_actif,
        case
            when date_creation is null or date_creation = date '1900-01-01' then 'inconnue'
            when date_creation < date '1900-01-01' then 'absurde'
            when date_creation > image.date_image then 'future'
            else 'connue'
        end as qualite_date,
        case when date_creation > date '1900-01-01' and date_creation <= image.date_image then date_creation end as naissance,
        case
            when etat_administratif is distinct from 'A' and date_debut > date '1900-01-01' then date_debut
        end as fermeture,
        image.annee_plancher,
    from raw.sirene_etablissement__etablissement
    cross join image
)

select
    sirene.code_commune,
    sirene.est_manufacture,
    -- Qui succède dans sa première année n'est pas une création ; qui ferme dans l'année où un autre poursuit n'est pas une disparition.
    coalesce(lien.premier_lien <= sirene.naissance + 365, lien.premier_lien is not null) as est_transfert,
    coalesce(lien.dernier_lien >= sirene.fermeture - 365, lien.dernier_lien is not null and not sirene.est_actif) as est_cede,
    -- « greatest » ignore les null : une date inconnue deviendrait l'année plancher.
    case when sirene.naissance is not null then greatest(year(sirene.naissance), sirene.annee_plancher) end::integer as annee_creation,
    case when sirene.fermeture is not null then greatest(year(sirene.fermeture), sirene.annee_plancher) end::integer as annee_fermeture,
    case
        when sirene.fermeture is not null and year(sirene.naissance) > sirene.annee_plancher
        then least(greatest(date_sub('year', sirene.naissance, sirene.fermeture), 0), 10)
    end::integer as duree,
    sirene.est_actif,
    sirene.qualite_date,
    count(*) as lignes,
from sirene
left join lien using (siret)
group by all
