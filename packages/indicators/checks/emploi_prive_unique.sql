-- L'emploi privé a une ligne par commune, division, grand secteur, intérim ou non, année.
-- severity: error
with
-- Dix millions de lignes se groupent bien plus vite par l'empreinte de leur clé ; ce qui se répète est ensuite regardé en entier.
ligne as (
    select
        code_commune,
        division,
        grand_secteur,
        est_interim,
        annee,
        hash(code_commune, division, grand_secteur, est_interim, annee) as empreinte,
    from core.emploi_prive
),

repetee as (
    select empreinte
    from ligne
    group by all
    having count(*) > 1
)

select
    code_commune,
    division,
    grand_secteur,
    est_interim,
    annee,
    count(*)::integer as lignes,
from ligne
semi join repetee using (empreinte)
group by all
having count(*) > 1
