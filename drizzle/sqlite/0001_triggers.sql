-- The history is append-only. The third trigger stops INSERT OR REPLACE, which deletes without firing delete triggers.
CREATE TRIGGER `request_events_never_updated` BEFORE UPDATE ON `request_events`
BEGIN
	SELECT RAISE(ABORT, 'request_events is append-only: what happened to a request is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `request_events_never_deleted` BEFORE DELETE ON `request_events`
BEGIN
	SELECT RAISE(ABORT, 'request_events is append-only: what happened to a request is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `request_events_never_replaced` BEFORE INSERT ON `request_events`
WHEN EXISTS (SELECT 1 FROM `request_events` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'request_events is append-only: what happened to a request is never replaced');
END;
--> statement-breakpoint
-- request_counts follows requests, so that counting never reads old requests.
CREATE TRIGGER `requests_counted_on_insert` AFTER INSERT ON `requests`
BEGIN
	UPDATE `request_counts` SET `count` = `count` + 1 WHERE `status` = NEW.`status`;
END;
--> statement-breakpoint
CREATE TRIGGER `requests_counted_on_update` AFTER UPDATE OF `status` ON `requests`
WHEN OLD.`status` <> NEW.`status`
BEGIN
	UPDATE `request_counts` SET `count` = `count` - 1 WHERE `status` = OLD.`status`;
	UPDATE `request_counts` SET `count` = `count` + 1 WHERE `status` = NEW.`status`;
END;
--> statement-breakpoint
CREATE TRIGGER `requests_counted_on_delete` AFTER DELETE ON `requests`
BEGIN
	UPDATE `request_counts` SET `count` = `count` - 1 WHERE `status` = OLD.`status`;
END;
--> statement-breakpoint
WITH `known`(`status`) AS (VALUES ('pending'), ('approved'), ('rejected'), ('expired'), ('withdrawn'), ('revoked'))
INSERT INTO `request_counts` (`status`, `count`)
SELECT `status`, (SELECT count(*) FROM `requests` WHERE `requests`.`status` = `known`.`status`) FROM `known`;
