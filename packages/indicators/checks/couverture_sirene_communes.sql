-- Les communes présentes et absentes de Sirene ne dépassent pas celles du territoire.
-- severity: error
select couverture.*
from core.couverture_sirene as couverture
inner join (select niveau, code_territoire, count(*) as attendues from core.appartenance group by all) as appartenance
    using (niveau, code_territoire)
where couverture.communes <> appartenance.attendues
    or couverture.communes_presentes + couverture.communes_absentes > couverture.communes
