-- The history becomes a chain (docs/history.md), and its texts can be erased. SQLite can't let a column be null that never was, so
-- the table is made anew; its triggers and indexes go with the old one, and so that it can, what is seen through it goes first.
DROP VIEW `request_words_source`;
--> statement-breakpoint
CREATE TABLE `__new_request_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`request_id` integer NOT NULL,
	`event` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`actor_id` integer,
	`at` integer NOT NULL,
	`reason` text,
	`update_id` integer,
	`via` text,
	`message` text,
	`round` integer NOT NULL,
	`expires_at` integer,
	`co_approvers` text,
	`message_salt` text,
	`message_hash` text,
	`reason_salt` text,
	`reason_hash` text,
	`digest` text NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- code: chain_history
--> statement-breakpoint
DROP TABLE `request_events`;
--> statement-breakpoint
ALTER TABLE `__new_request_events` RENAME TO `request_events`;
--> statement-breakpoint
CREATE INDEX `request_events_of_a_request` ON `request_events` (`request_id`,`id`,`event`,`at`);
--> statement-breakpoint
CREATE INDEX `request_events_by_outcome` ON `request_events` (`event`,`at`,`id`,`request_id`,`actor_id`);
--> statement-breakpoint
-- What happened is never changed: only its texts can be erased, once, with their salts.
CREATE TRIGGER `request_events_only_erased` BEFORE UPDATE ON `request_events`
WHEN NOT (OLD.`erased_at` IS NULL AND NEW.`erased_at` IS NOT NULL
	AND NEW.`message` IS NULL AND NEW.`message_salt` IS NULL AND NEW.`reason` IS NULL AND NEW.`reason_salt` IS NULL
	AND NEW.`id` IS OLD.`id` AND NEW.`request_id` IS OLD.`request_id` AND NEW.`event` IS OLD.`event`
	AND NEW.`from_status` IS OLD.`from_status` AND NEW.`to_status` IS OLD.`to_status`
	AND NEW.`actor_id` IS OLD.`actor_id` AND NEW.`at` IS OLD.`at` AND NEW.`update_id` IS OLD.`update_id`
	AND NEW.`via` IS OLD.`via` AND NEW.`round` IS OLD.`round` AND NEW.`expires_at` IS OLD.`expires_at`
	AND NEW.`co_approvers` IS OLD.`co_approvers` AND NEW.`message_hash` IS OLD.`message_hash`
	AND NEW.`reason_hash` IS OLD.`reason_hash` AND NEW.`digest` IS OLD.`digest`)
BEGIN
	SELECT RAISE(ABORT, 'request_events is append-only: what happened to a request is never changed, its texts can only be erased');
END;
--> statement-breakpoint
CREATE TRIGGER `request_events_never_deleted` BEFORE DELETE ON `request_events`
BEGIN
	SELECT RAISE(ABORT, 'request_events is append-only: what happened to a request is never deleted');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without firing delete triggers.
CREATE TRIGGER `request_events_never_replaced` BEFORE INSERT ON `request_events`
WHEN EXISTS (SELECT 1 FROM `request_events` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'request_events is append-only: what happened to a request is never replaced');
END;
--> statement-breakpoint
CREATE TRIGGER `access_states_follow` AFTER INSERT ON `request_events`
WHEN (NEW.`to_status` = 'approved') <> (NEW.`from_status` IS 'approved')
BEGIN
	INSERT INTO `access_states` (`person_id`, `access`, `since`, `request_id`, `version`)
	SELECT `client_id`, NEW.`to_status` = 'approved', NEW.`at`, NEW.`request_id`, NEW.`id` FROM `requests` WHERE `id` = NEW.`request_id`
	ON CONFLICT (`person_id`) DO UPDATE SET `access` = excluded.`access`, `since` = excluded.`since`,
		`request_id` = excluded.`request_id`, `version` = excluded.`version`
	WHERE excluded.`version` > `version`;
END;
--> statement-breakpoint
CREATE VIEW `request_words_source` AS
SELECT `requests`.`id` AS `request_id`,
	`people`.`name` || coalesce(' @' || `people`.`username`, '') || coalesce(' ' || `people`.`telegram_id`, '')
	|| coalesce(' ' || (SELECT group_concat(`address`, ' ') FROM `contacts` WHERE `person_id` = `people`.`id`), '')
	|| ' ' || `requests`.`message`
	|| coalesce(' ' || (SELECT group_concat(`message`, ' ') FROM `request_events` WHERE `request_id` = `requests`.`id`
		AND `event` IN ('submit', 'appeal') AND `message` <> `requests`.`message`), '') AS `words`
FROM `requests` JOIN `people` ON `people`.`id` = `requests`.`client_id`;
