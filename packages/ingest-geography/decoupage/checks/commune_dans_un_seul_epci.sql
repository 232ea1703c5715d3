-- Une commune est membre d'une seule intercommunalité, et cette commune existe.
-- severity: error
select
    membre.code_commune,
    count(*)::integer as intercommunalites,
from staging.decoupage__epci_commune as membre
left join staging.decoupage__commune as commune
    on commune.code_commune = membre.code_commune
    and commune.type = 'commune-actuelle'
group by all
having count(*) > 1 or count(commune.code_commune) = 0
