-- Un événement a pris effet entre 1943 et l'année qui suit le millésime du fichier.
-- severity: error
select
    mouvement.mod,
    mouvement.date_effet,
    mouvement.code_avant,
    mouvement.code_apres,
from staging.cog__mouvement as mouvement
where mouvement.date_effet < date '1943-01-01'
    or mouvement.date_effet > (
        select make_date(max(annee) + 1, 12, 31)
        from reference.millesime
        where source = 'cog'
    )
