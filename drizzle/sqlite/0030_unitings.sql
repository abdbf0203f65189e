-- Whoever is one with a Telegram account from now on is listed again, with the ID by which others know them.
CREATE TRIGGER `access_states_follow_uniting` AFTER INSERT ON `request_events` WHEN NEW.`event` = 'unite'
BEGIN
	UPDATE `access_states` SET `version` = NEW.`id`
	WHERE `request_id` = NEW.`request_id` AND `version` < NEW.`id`
	AND `person_id` = (SELECT `client_id` FROM `requests` WHERE `id` = NEW.`request_id`);
END;
--> statement-breakpoint
-- It changes nothing about the request: what an undo takes back is the decision before it.
DROP TRIGGER `day_figures_forget_undone`;
--> statement-breakpoint
CREATE TRIGGER `day_figures_forget_undone` AFTER INSERT ON `request_events` WHEN NEW.`event` = 'undo'
BEGIN
	DELETE FROM `day_figures`
	WHERE `ends` > (SELECT `at` FROM `request_events` WHERE `request_id` = NEW.`request_id` AND `id` < NEW.`id` AND `event` <> 'unite' ORDER BY `id` DESC LIMIT 1)
	AND `begins` <= (SELECT `at` FROM `request_events` WHERE `request_id` = NEW.`request_id` AND `id` < NEW.`id` AND `event` <> 'unite' ORDER BY `id` DESC LIMIT 1);
END;
--> statement-breakpoint
-- code: record_unitings
