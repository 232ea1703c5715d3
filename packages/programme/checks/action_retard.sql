-- Une action en retard a un nombre de jours de retard, et elle seule.
-- severity: error
select action_id, en_retard, jours_de_retard
from derived.action
where en_retard <> (jours_de_retard is not null) or jours_de_retard < 1
