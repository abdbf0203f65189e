CREATE TABLE `day_figures` (
	`ends` integer PRIMARY KEY NOT NULL,
	`begins` integer NOT NULL,
	`figures` text NOT NULL
);--> statement-breakpoint
-- What was counted of a day is forgotten once an event is dated back into it, or a decision of it is taken back.
CREATE TRIGGER `day_figures_forget` AFTER INSERT ON `request_events`
BEGIN
	DELETE FROM `day_figures` WHERE `ends` > NEW.`at` AND `begins` <= NEW.`at`;
END;
--> statement-breakpoint
CREATE TRIGGER `day_figures_forget_undone` AFTER INSERT ON `request_events` WHEN NEW.`event` = 'undo'
BEGIN
	DELETE FROM `day_figures`
	WHERE `ends` > (SELECT `at` FROM `request_events` WHERE `request_id` = NEW.`request_id` AND `id` < NEW.`id` ORDER BY `id` DESC LIMIT 1)
	AND `begins` <= (SELECT `at` FROM `request_events` WHERE `request_id` = NEW.`request_id` AND `id` < NEW.`id` ORDER BY `id` DESC LIMIT 1);
END;
