CREATE TABLE `membership_counts` (
	`chat_id` integer PRIMARY KEY NOT NULL,
	`wanted_in` integer DEFAULT 0 NOT NULL,
	`seen_in` integer DEFAULT 0 NOT NULL,
	`pending` integer DEFAULT 0 NOT NULL,
	`failing` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE `memberships` ADD `pending_since` integer;--> statement-breakpoint
CREATE INDEX `memberships_pending` ON `memberships` (`chat_id`,`pending_since`) WHERE "memberships"."pending_since" is not null;--> statement-breakpoint
-- What is due already has waited since it became due.
UPDATE `memberships` SET `pending_since` = `next_try_at` WHERE `next_try_at` IS NOT NULL;--> statement-breakpoint
-- membership_counts follows memberships, so that counting never reads those where nothing is to be done.
CREATE TRIGGER `memberships_counted_on_insert` AFTER INSERT ON `memberships`
BEGIN
	INSERT INTO `membership_counts` (`chat_id`) SELECT NEW.`chat_id`
	WHERE NOT EXISTS (SELECT 1 FROM `membership_counts` WHERE `chat_id` = NEW.`chat_id`);
	UPDATE `membership_counts` SET
		`wanted_in` = `wanted_in` + (NEW.`wanted` = 'in'),
		`seen_in` = `seen_in` + (NEW.`wanted` = 'in' AND NEW.`seen` IN ('member', 'admin')),
		`pending` = `pending` + (NEW.`next_try_at` IS NOT NULL),
		`failing` = `failing` + (NEW.`next_try_at` IS NOT NULL AND NEW.`tries` > 0)
	WHERE `chat_id` = NEW.`chat_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_counted_on_update` AFTER UPDATE ON `memberships`
WHEN OLD.`chat_id` <> NEW.`chat_id` OR OLD.`wanted` <> NEW.`wanted` OR OLD.`seen` <> NEW.`seen`
	OR (OLD.`next_try_at` IS NULL) <> (NEW.`next_try_at` IS NULL) OR (OLD.`tries` > 0) <> (NEW.`tries` > 0)
BEGIN
	UPDATE `membership_counts` SET
		`wanted_in` = `wanted_in` - (OLD.`wanted` = 'in'),
		`seen_in` = `seen_in` - (OLD.`wanted` = 'in' AND OLD.`seen` IN ('member', 'admin')),
		`pending` = `pending` - (OLD.`next_try_at` IS NOT NULL),
		`failing` = `failing` - (OLD.`next_try_at` IS NOT NULL AND OLD.`tries` > 0)
	WHERE `chat_id` = OLD.`chat_id`;
	INSERT INTO `membership_counts` (`chat_id`) SELECT NEW.`chat_id`
	WHERE NOT EXISTS (SELECT 1 FROM `membership_counts` WHERE `chat_id` = NEW.`chat_id`);
	UPDATE `membership_counts` SET
		`wanted_in` = `wanted_in` + (NEW.`wanted` = 'in'),
		`seen_in` = `seen_in` + (NEW.`wanted` = 'in' AND NEW.`seen` IN ('member', 'admin')),
		`pending` = `pending` + (NEW.`next_try_at` IS NOT NULL),
		`failing` = `failing` + (NEW.`next_try_at` IS NOT NULL AND NEW.`tries` > 0)
	WHERE `chat_id` = NEW.`chat_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_counted_on_delete` AFTER DELETE ON `memberships`
BEGIN
	UPDATE `membership_counts` SET
		`wanted_in` = `wanted_in` - (OLD.`wanted` = 'in'),
		`seen_in` = `seen_in` - (OLD.`wanted` = 'in' AND OLD.`seen` IN ('member', 'admin')),
		`pending` = `pending` - (OLD.`next_try_at` IS NOT NULL),
		`failing` = `failing` - (OLD.`next_try_at` IS NOT NULL AND OLD.`tries` > 0)
	WHERE `chat_id` = OLD.`chat_id`;
END;
--> statement-breakpoint
INSERT INTO `membership_counts` (`chat_id`, `wanted_in`, `seen_in`, `pending`, `failing`)
SELECT `chat_id`, sum(`wanted` = 'in'), sum(`wanted` = 'in' AND `seen` IN ('member', 'admin')),
	sum(`next_try_at` IS NOT NULL), sum(`next_try_at` IS NOT NULL AND `tries` > 0)
FROM `memberships` GROUP BY `chat_id`;
