-- Les dispositifs et les opérateurs font chacun le total des dossiers.
-- severity: error
select groupe, sum(dossiers) as dossiers
from derived.aide
where groupe in ('dispositif', 'operateur')
group by groupe
having sum(dossiers) <> (select dossiers from derived.aide where groupe = 'total')
