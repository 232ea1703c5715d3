-- Emploi salarié privé au 31 décembre dans les communes en vigueur. Une ligne par commune, division, grand secteur, intérim ou non, année ; un couple absent vaut zéro.
with
longue as (
    select
        code_commune,
        division,
        grand_secteur,
        est_interim,
        unnest(struct_keys(struct_pack(*columns('^effectif_\d{4}$')))) as colonne,
        unnest([*columns('^effectif_\d{4}$')])::double as effectif,
        unnest([*columns('^etablissements_\d{4}$')])::double as etablissements,
        unnest([*columns('^cellules_\d{4}$')])::integer as cellules_inconnues,
        unnest([*columns('^vides_\d{4}$')])::integer as etablissements_inconnus,
    from core.emploi_prive_large
)

select
    code_commune,
    division,
    grand_secteur,
    est_interim,
    right(colonne, 4)::integer as annee,
    effectif,
    etablissements,
    cellules_inconnues,
    etablissements_inconnus,
from longue
where effectif > 0
    or etablissements > 0
    or cellules_inconnues > 0
    or etablissements_inconnus > 0
