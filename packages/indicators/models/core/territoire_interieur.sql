-- Territoires dont toutes les communes sont dans le périmètre : les seuls dont chaque établissement est connu un par un. Une ligne par niveau × code_territoire.
select
    appartenance.niveau,
    appartenance.code_territoire,
    couverture.communes_absentes,
from core.appartenance as appartenance
inner join core.couverture_sirene as couverture using (niveau, code_territoire)
left join (from core.appartenance where niveau = 'ti') as perimetre
    on perimetre.code_commune = appartenance.code_commune
group by all
having count(*) = count(perimetre.code_commune)
