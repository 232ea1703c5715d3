-- Un stock est celui de l'année d'avant, plus les entrées, moins les sorties, transferts compris.
-- severity: error
with
flux as (
    select
        niveau,
        code_territoire,
        annee,
        sum(entrees) as solde,
    from (
        select
            niveau,
            code_territoire,
            annee_creation as annee,
            etablissements as entrees,
        from core.cohorte_sirene
        where est_actif or annee_fermeture >= annee_creation
        union all
        select
            niveau,
            code_territoire,
            annee_fermeture as annee,
            -etablissements as entrees,
        from core.cohorte_sirene
        where annee_creation is null or annee_fermeture >= annee_creation
    )
    group by all
)

select
    stock.niveau,
    stock.code_territoire,
    stock.annee,
    depart.stock as depart,
    stock.stock as arrivee,
    coalesce(flux.solde, 0) as solde,
from core.demographie_sirene as stock
inner join core.demographie_sirene as depart
    on depart.niveau = stock.niveau
    and depart.code_territoire = stock.code_territoire
    and depart.annee = stock.annee - 1
left join flux
    on flux.niveau = stock.niveau
    and flux.code_territoire = stock.code_territoire
    and flux.annee = stock.annee
where abs(stock.stock - depart.stock - coalesce(flux.solde, 0)) > 0.001 + 1e-9 * stock.stock
