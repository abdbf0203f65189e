DROP INDEX `memberships_due`;--> statement-breakpoint
CREATE INDEX `memberships_due` ON `memberships` (`chat_id`,`wanted`,`to_remove`,`next_try_at`) WHERE "memberships"."next_try_at" is not null;--> statement-breakpoint
ALTER TABLE `membership_counts` ADD `people` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `membership_counts` ADD `join_requests` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Everybody who is known of is counted, too, and whose join request waits.
DROP TRIGGER `memberships_counted_on_insert`;
--> statement-breakpoint
DROP TRIGGER `memberships_counted_on_update`;
--> statement-breakpoint
DROP TRIGGER `memberships_counted_on_delete`;
--> statement-breakpoint
CREATE TRIGGER `memberships_counted_on_insert` AFTER INSERT ON `memberships`
BEGIN
	INSERT INTO `membership_counts` (`chat_id`) SELECT NEW.`chat_id`
	WHERE NOT EXISTS (SELECT 1 FROM `membership_counts` WHERE `chat_id` = NEW.`chat_id`);
	UPDATE `membership_counts` SET
		`wanted_in` = `wanted_in` + (NEW.`wanted` = 'in'),
		`seen_in` = `seen_in` + (NEW.`wanted` = 'in' AND NEW.`seen` IN ('member', 'admin')),
		`pending` = `pending` + (NEW.`next_try_at` IS NOT NULL),
		`failing` = `failing` + (NEW.`next_try_at` IS NOT NULL AND NEW.`tries` > 0),
		`people` = `people` + 1,
		`join_requests` = `join_requests` + (NEW.`join_requested_at` IS NOT NULL)
	WHERE `chat_id` = NEW.`chat_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_counted_on_update` AFTER UPDATE ON `memberships`
WHEN OLD.`chat_id` <> NEW.`chat_id` OR OLD.`wanted` <> NEW.`wanted` OR OLD.`seen` <> NEW.`seen`
	OR (OLD.`next_try_at` IS NULL) <> (NEW.`next_try_at` IS NULL) OR (OLD.`tries` > 0) <> (NEW.`tries` > 0)
	OR (OLD.`join_requested_at` IS NULL) <> (NEW.`join_requested_at` IS NULL)
BEGIN
	UPDATE `membership_counts` SET
		`wanted_in` = `wanted_in` - (OLD.`wanted` = 'in'),
		`seen_in` = `seen_in` - (OLD.`wanted` = 'in' AND OLD.`seen` IN ('member', 'admin')),
		`pending` = `pending` - (OLD.`next_try_at` IS NOT NULL),
		`failing` = `failing` - (OLD.`next_try_at` IS NOT NULL AND OLD.`tries` > 0),
		`people` = `people` - 1,
		`join_requests` = `join_requests` - (OLD.`join_requested_at` IS NOT NULL)
	WHERE `chat_id` = OLD.`chat_id`;
	INSERT INTO `membership_counts` (`chat_id`) SELECT NEW.`chat_id`
	WHERE NOT EXISTS (SELECT 1 FROM `membership_counts` WHERE `chat_id` = NEW.`chat_id`);
	UPDATE `membership_counts` SET
		`wanted_in` = `wanted_in` + (NEW.`wanted` = 'in'),
		`seen_in` = `seen_in` + (NEW.`wanted` = 'in' AND NEW.`seen` IN ('member', 'admin')),
		`pending` = `pending` + (NEW.`next_try_at` IS NOT NULL),
		`failing` = `failing` + (NEW.`next_try_at` IS NOT NULL AND NEW.`tries` > 0),
		`people` = `people` + 1,
		`join_requests` = `join_requests` + (NEW.`join_requested_at` IS NOT NULL)
	WHERE `chat_id` = NEW.`chat_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_counted_on_delete` AFTER DELETE ON `memberships`
BEGIN
	UPDATE `membership_counts` SET
		`wanted_in` = `wanted_in` - (OLD.`wanted` = 'in'),
		`seen_in` = `seen_in` - (OLD.`wanted` = 'in' AND OLD.`seen` IN ('member', 'admin')),
		`pending` = `pending` - (OLD.`next_try_at` IS NOT NULL),
		`failing` = `failing` - (OLD.`next_try_at` IS NOT NULL AND OLD.`tries` > 0),
		`people` = `people` - 1,
		`join_requests` = `join_requests` - (OLD.`join_requested_at` IS NOT NULL)
	WHERE `chat_id` = OLD.`chat_id`;
END;
--> statement-breakpoint
UPDATE `membership_counts` SET
	`people` = (SELECT count(*) FROM `memberships` WHERE `memberships`.`chat_id` = `membership_counts`.`chat_id`),
	`join_requests` = (
		SELECT count(`join_requested_at`) FROM `memberships` WHERE `memberships`.`chat_id` = `membership_counts`.`chat_id`
	);
