-- Consommation d'espaces NAF projetée sur dix ans, en % du repère national −50 % (non prescriptif en Île-de-France). Une ligne par territoire.
select
    niveau,
    code_territoire,
    make_date(debut_suivante, 1, 1) as periode_debut,
    make_date(fin_suivante, 1, 1) as periode_fin,
    100 * projetee_m2 / nullif(autorisee_m2, 0) as valeur,
    projetee_m2 / 10000 as numerateur,
    autorisee_m2 / 10000 as denominateur,
    case
        when projetee_m2 is null or autorisee_m2 is null then 'non_disponible'
        when autorisee_m2 = 0 then 'non_applicable'
        else 'estime'
    end as statut,
    case
        when autorisee_m2 = 0 then 'Aucun espace consommé dans la décennie de référence.'
        when projetee_m2 is null or autorisee_m2 is null then coalesce(motif_reference, motif_depuis)
        else concat_ws(
            ' ',
            'Prolonge sur dix ans la moyenne de ' || (fin_observee - debut_suivante)
            || if(fin_observee - debut_suivante > 1, ' années.', ' année.'),
            motif_depuis
        )
    end as motif,
from core.trajectoire_enaf
