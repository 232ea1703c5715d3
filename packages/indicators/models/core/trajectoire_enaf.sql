-- Décennie de référence, repère national de la suivante (la moitié, 1 ha au moins par commune), consommé depuis et projeté au rythme observé, en m². Une ligne par territoire.
with
fenetre as (
    select
        max(debut::integer) filter (fenetre = 'reference') as debut_reference,
        max(fin::integer) filter (fenetre = 'reference') as fin_reference,
        max(debut::integer) filter (fenetre = 'suivante') as debut_suivante,
        max(fin::integer) filter (fenetre = 'suivante') as fin_suivante,
    from reference.periode_enaf
),

observe as (
    select
        reference.niveau,
        reference.code_territoire,
        fenetre.*,
        depuis.fin as fin_observee,
        reference.surface_m2 as reference_m2,
        depuis.surface_m2 as consommee_m2,
        greatest(reference.communes_absentes, depuis.communes_absentes) as communes_absentes,
        depuis.est_provisoire,
        reference.statut as statut_reference,
        reference.motif as motif_reference,
        depuis.statut as statut_depuis,
        depuis.motif as motif_depuis,
    from fenetre
    inner join core.conso_enaf_territoire as reference
        on reference.debut = fenetre.debut_reference
        and reference.fin = fenetre.fin_reference
        and reference.destination = 'total'
    inner join core.conso_enaf_territoire as depuis
        on depuis.niveau = reference.niveau
        and depuis.code_territoire = reference.code_territoire
        and depuis.destination = 'total'
        and depuis.debut = fenetre.debut_suivante
    -- De toutes les périodes qui partent de là, la plus longue.
    qualify depuis.fin = max(depuis.fin) over (partition by reference.niveau, reference.code_territoire)
)

select
    *,
    -- La garantie d'un hectare est due à chaque commune : elle n'a de sens qu'à ce niveau.
    case
        when reference_m2 is not null then greatest(reference_m2 / 2, if(niveau = 'commune', 10000, 0))
    end as autorisee_m2,
    consommee_m2 / (fin_observee - debut_suivante) * (fin_suivante - debut_suivante) as projetee_m2,
from observe
