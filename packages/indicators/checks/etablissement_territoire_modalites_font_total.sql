-- La somme des tailles est l'ensemble ; celle des secteurs aussi, aux établissements sans secteur près.
-- severity: error
select
    detail.niveau,
    detail.code_territoire,
    detail.compte,
    detail.dimension,
    sum(detail.etablissements) as somme,
    max(detail.etablissements_sans_secteur) as sans_secteur,
    max(total.etablissements) as ensemble,
from core.etablissement_territoire as detail
inner join core.etablissement_territoire as total
    on total.niveau = detail.niveau
    and total.code_territoire = detail.code_territoire
    and total.compte = detail.compte
    and total.dimension = 'total'
where detail.dimension <> 'total'
group by all
having somme > ensemble + 0.001 or somme + sans_secteur < ensemble - 0.001
