CREATE TABLE `searches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `searches_by_time` ON `searches` (`created_at`);--> statement-breakpoint
-- What /find looks through: for each request who sent it, how they can be reached, and what they wrote in any round.
CREATE VIEW `request_words_source` AS
SELECT `requests`.`id` AS `request_id`,
	`people`.`name` || coalesce(' @' || `people`.`username`, '') || coalesce(' ' || `people`.`telegram_id`, '')
	|| coalesce(' ' || (SELECT group_concat(`address`, ' ') FROM `contacts` WHERE `person_id` = `people`.`id`), '')
	|| ' ' || `requests`.`message`
	|| coalesce(' ' || (SELECT group_concat(`message`, ' ') FROM `request_events` WHERE `request_id` = `requests`.`id`
		AND `event` IN ('submit', 'appeal') AND `message` <> `requests`.`message`), '') AS `words`
FROM `requests` JOIN `people` ON `people`.`id` = `requests`.`client_id`;--> statement-breakpoint
-- Its rowid is the request's number. The tokenizer folds case, also beyond ASCII.
CREATE VIRTUAL TABLE `request_words` USING fts5(`words`, tokenize = 'trigram', columnsize = 0);--> statement-breakpoint
-- Requests whose words are not in the index yet: one at a time costs twenty times what it costs together with others, so a search
-- or a sweep does it.
CREATE TABLE `request_words_due` (
	`request_id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER `request_words_on_insert` AFTER INSERT ON `requests`
BEGIN
	INSERT INTO `request_words_due` SELECT NEW.`id` WHERE NOT EXISTS (SELECT 1 FROM `request_words_due` WHERE `request_id` = NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `request_words_on_update` AFTER UPDATE OF `message`, `client_id` ON `requests`
WHEN OLD.`message` <> NEW.`message` OR OLD.`client_id` <> NEW.`client_id`
BEGIN
	INSERT INTO `request_words_due` SELECT NEW.`id` WHERE NOT EXISTS (SELECT 1 FROM `request_words_due` WHERE `request_id` = NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `request_words_on_delete` AFTER DELETE ON `requests`
BEGIN
	DELETE FROM `request_words_due` WHERE `request_id` = OLD.`id`;
	DELETE FROM `request_words` WHERE `rowid` = OLD.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `request_words_of_a_person` AFTER UPDATE OF `name`, `username`, `telegram_id` ON `people`
WHEN OLD.`name` IS NOT NEW.`name` OR OLD.`username` IS NOT NEW.`username` OR OLD.`telegram_id` IS NOT NEW.`telegram_id`
BEGIN
	INSERT INTO `request_words_due` SELECT `id` FROM `requests`
	WHERE `client_id` = NEW.`id` AND NOT EXISTS (SELECT 1 FROM `request_words_due` WHERE `request_id` = `requests`.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `request_words_of_a_new_contact` AFTER INSERT ON `contacts`
BEGIN
	INSERT INTO `request_words_due` SELECT `id` FROM `requests`
	WHERE `client_id` = NEW.`person_id` AND NOT EXISTS (SELECT 1 FROM `request_words_due` WHERE `request_id` = `requests`.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `request_words_of_a_changed_contact` AFTER UPDATE OF `person_id`, `address` ON `contacts`
WHEN OLD.`person_id` <> NEW.`person_id` OR OLD.`address` <> NEW.`address`
BEGIN
	INSERT INTO `request_words_due` SELECT `id` FROM `requests`
	WHERE `client_id` IN (OLD.`person_id`, NEW.`person_id`) AND NOT EXISTS (SELECT 1 FROM `request_words_due` WHERE `request_id` = `requests`.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `request_words_of_a_lost_contact` AFTER DELETE ON `contacts`
BEGIN
	INSERT INTO `request_words_due` SELECT `id` FROM `requests`
	WHERE `client_id` = OLD.`person_id` AND NOT EXISTS (SELECT 1 FROM `request_words_due` WHERE `request_id` = `requests`.`id`);
END;
--> statement-breakpoint
INSERT INTO `request_words` (`rowid`, `words`) SELECT `request_id`, `words` FROM `request_words_source` ORDER BY `request_id`;
