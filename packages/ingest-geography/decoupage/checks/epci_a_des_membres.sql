-- Une intercommunalité a deux communes membres au moins.
-- severity: error
select
    epci.code_epci,
    count(membre.code_commune)::integer as membres,
from staging.decoupage__epci as epci
left join staging.decoupage__epci_commune as membre using (code_epci)
group by all
having count(membre.code_commune) < 2
