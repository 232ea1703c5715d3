-- Trajectoire de la consommation d'espaces NAF, en hectares : décennie de référence, repère national −50 % (non prescriptif en Île-de-France), consommé depuis, projeté. Une ligne par territoire et terme.
with
terme as (
    select
        niveau,
        code_territoire,
        communes_absentes,
        unnest(['reference', 'autorisee', 'consommee', 'projetee']) as modalite,
        unnest([debut_reference, debut_suivante, debut_suivante, debut_suivante]) as debut,
        unnest([fin_reference, fin_suivante, fin_observee, fin_suivante]) as fin,
        unnest([reference_m2, autorisee_m2, consommee_m2, projetee_m2]) as surface_m2,
        unnest([statut_reference, statut_reference, statut_depuis, 'estime']) as statut,
        unnest([motif_reference, motif_reference, motif_depuis, motif_depuis]) as motif,
        fin_observee - debut_suivante as annees_observees,
    from core.trajectoire_enaf
)

select
    niveau,
    code_territoire,
    make_date(debut, 1, 1) as periode_debut,
    make_date(fin, 1, 1) as periode_fin,
    'trajectoire' as dimension,
    modalite,
    surface_m2 / 10000 as valeur,
    if(surface_m2 is null, 'non_disponible', statut) as statut,
    case
        when surface_m2 is not null and modalite = 'projetee'
        then concat_ws(
            ' ',
            'Prolonge sur dix ans la moyenne de ' || annees_observees || if(annees_observees > 1, ' années.', ' année.'),
            motif
        )
        else motif
    end as motif,
from terme
