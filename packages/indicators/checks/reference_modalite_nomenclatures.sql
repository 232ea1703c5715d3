-- Les tailles nommées sont celles des tranches d'effectif, les secteurs A10 ceux de la NAF : ni plus, ni moins.
-- severity: error
with
nommee as (
    select
        dimension,
        modalite,
    from reference.modalite
    where dimension in ('taille', 'a10')
),

definie as (
    select distinct
        'taille' as dimension,
        taille as modalite,
    from reference.tranche_effectif
    union all
    select distinct
        'a10' as dimension,
        a10 as modalite,
    from reference.naf_division
)

(from nommee except from definie)
union all
(from definie except from nommee)
