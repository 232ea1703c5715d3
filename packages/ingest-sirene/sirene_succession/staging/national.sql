-- Liens de succession de toute la France. Une ligne par année, transfert du siège et continuité économique.
select
    year(date_lien)::integer as annee,
    transfert_siege,
    continuite_economique,
    count(*) as lignes,
from raw.sirene_succession__lien
group by all
