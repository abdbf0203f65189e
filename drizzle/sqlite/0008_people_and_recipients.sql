-- A person is known by an ID of ours; how Telegram knows them is one of the things known of them. Renamed in place: no row of
-- a message is rewritten, and indexes follow.
ALTER TABLE `bot_messages` RENAME COLUMN "chat_id" TO "recipient_id";--> statement-breakpoint
ALTER TABLE `outbox` RENAME COLUMN "chat_id" TO "recipient_id";--> statement-breakpoint
ALTER TABLE `outbox` ADD `channel` text DEFAULT 'telegram' NOT NULL;--> statement-breakpoint
DROP INDEX `outbox_owed_to_a_chat`;--> statement-breakpoint
CREATE INDEX `outbox_owed_to_a_recipient` ON `outbox` (`recipient_id`,`id`) WHERE "outbox"."state" = 'owed';--> statement-breakpoint
ALTER TABLE `people` ADD `telegram_id` integer;--> statement-breakpoint
-- Admins who never wrote are owed messages, and were nobody so far.
INSERT INTO `people` (`id`, `name`)
SELECT DISTINCT `recipient_id`, CAST(`recipient_id` AS text) FROM `outbox`
WHERE `state` = 'owed' AND `recipient_id` > 0 AND `recipient_id` NOT IN (SELECT `id` FROM `people`);--> statement-breakpoint
UPDATE `people` SET `telegram_id` = `id`;--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_telegram_id` ON `people` (`telegram_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`person_id` integer NOT NULL,
	`medium` text NOT NULL,
	`address` text NOT NULL,
	`verified_at` integer,
	`failed_at` integer,
	`muted_at` integer,
	PRIMARY KEY(`person_id`, `medium`, `address`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contacts_medium_known" CHECK("contacts"."medium" in ('email', 'sms'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_one_person_a_verified_address` ON `contacts` (`medium`,`address`) WHERE "contacts"."verified_at" is not null;
