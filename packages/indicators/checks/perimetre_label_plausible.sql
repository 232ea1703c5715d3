-- Le label du territoire, s'il est daté, l'est depuis le début du programme (novembre 2018) et pas après les données.
-- severity: error
select
    perimetre.code_territoire,
    perimetre.date_label,
from core.perimetre as perimetre
where perimetre.date_label < date '2018-11-01'
    or perimetre.date_label > (select max(date_millesime) + 366 from reference.millesime)
