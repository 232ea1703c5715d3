-- Le centre d'une tranche est le milieu de ses bornes, ou sa borne basse quand elle est ouverte ; l'inconnu n'en a pas.
-- severity: error
select *
from reference.tranche_effectif
where try_cast(centre as double) is distinct from case
    when "max" = '' then try_cast("min" as double)
    else (try_cast("min" as double) + try_cast("max" as double)) / 2
end
