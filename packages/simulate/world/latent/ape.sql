-- Sous-classe d'une branche, avec sa part des postes et sa taille relative. Une ligne par ape (numéro dense).
select
    cast(row_number() over (order by ape.code_ape) as integer) as ape,
    ape.code_ape,
    branche.branche,
    coalesce(cast(calibration.poids as double), dispersion(ape.code_ape, 'poids', 0.8)) as poids,
    coalesce(cast(calibration.taille as double), dispersion(ape.code_ape, 'taille', 0.3)) as taille
from world.ape as ape
join latent.branche as branche
    on branche.code_branche = if(ape.grand_secteur = 'interim', '78i', ape.division)
left join calibration.ape as calibration on calibration.code_ape = ape.code_ape
order by ape.code_ape
