-- Le grand secteur « industrie » de l'Urssaf est la somme des sections B à E de la NAF rév. 2.
-- severity: warning
with
industrie as (
    select
        emploi.niveau,
        emploi.code_territoire,
        emploi.annee,
        sum(emploi.effectif) as effectif,
    from core.emploi_territoire as emploi
    inner join reference.naf_division as naf
        on naf.division = emploi.modalite
        and naf.a10 = 'BE'
    where emploi.dimension = 'a88'
    group by all
)

select
    secteur.niveau,
    secteur.code_territoire,
    secteur.annee,
    secteur.effectif as grand_secteur,
    industrie.effectif as sections_b_a_e,
from core.emploi_territoire as secteur
inner join industrie using (niveau, code_territoire, annee)
where secteur.dimension = 'grand_secteur'
    and secteur.modalite = 'industrie'
    and abs(secteur.effectif - industrie.effectif) > 0.001
