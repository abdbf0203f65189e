CREATE TABLE `bot_messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`chat_id` integer NOT NULL,
	`message_id` integer,
	`request_id` integer,
	`round` integer,
	`person_id` integer,
	`created_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bot_messages_by_place` ON `bot_messages` (`chat_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `bot_messages_of_a_request` ON `bot_messages` (`request_id`);--> statement-breakpoint
CREATE INDEX `bot_messages_open_questions` ON `bot_messages` (`person_id`,`id`) WHERE "bot_messages"."person_id" is not null and "bot_messages"."answered_at" is null;--> statement-breakpoint
CREATE TABLE `chat_aliases` (
	`old_id` integer PRIMARY KEY NOT NULL,
	`new_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `daemon_state` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat_id` integer NOT NULL,
	`notice` text NOT NULL,
	`priority` integer NOT NULL,
	`request_id` integer,
	`bot_message_id` integer,
	`reply_to` integer,
	`edit_message_id` integer,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`in_flight_since` integer,
	`attempts` integer NOT NULL,
	`unknown_outcomes` integer NOT NULL,
	`not_before` integer,
	`last_error` text,
	`settled_at` integer,
	`message_id` integer,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bot_message_id`) REFERENCES `bot_messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outbox_owed` ON `outbox` (`id`) WHERE "outbox"."state" = 'owed';--> statement-breakpoint
CREATE INDEX `outbox_owed_of_a_request` ON `outbox` (`request_id`) WHERE "outbox"."state" = 'owed';--> statement-breakpoint
CREATE INDEX `outbox_owed_of_a_bot_message` ON `outbox` (`bot_message_id`) WHERE "outbox"."state" = 'owed';--> statement-breakpoint
CREATE INDEX `outbox_undeliverable` ON `outbox` (`id`) WHERE "outbox"."state" = 'undeliverable';--> statement-breakpoint
CREATE INDEX `outbox_settled` ON `outbox` (`settled_at`) WHERE "outbox"."settled_at" is not null;--> statement-breakpoint
CREATE TABLE `parked_updates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`update_id` integer NOT NULL,
	`update` text NOT NULL,
	`error` text NOT NULL,
	`attempts` integer NOT NULL,
	`parked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`username` text,
	`language` text,
	`unreachable_at` integer
);
--> statement-breakpoint
CREATE TABLE `request_counts` (
	`status` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `request_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`request_id` integer NOT NULL,
	`event` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`actor_id` integer,
	`at` integer NOT NULL,
	`reason` text,
	`update_id` integer,
	`message` text NOT NULL,
	`round` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_events_of_a_request` ON `request_events` (`request_id`,`id`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` integer NOT NULL,
	`message` text NOT NULL,
	`status` text NOT NULL,
	`round` integer NOT NULL,
	`submitted_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`reviewed_by` integer,
	`decided_at` integer,
	`reason` text,
	`appeal_count` integer NOT NULL,
	`last_rejected_at` integer,
	`before_appeal` text,
	`reminded_at` integer,
	`appeal_told_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "requests_status_known" CHECK("requests"."status" in ('pending', 'approved', 'rejected', 'expired', 'withdrawn', 'revoked')),
	CONSTRAINT "requests_reviewed_when_decided" CHECK(("requests"."reviewed_by" is null) = ("requests"."decided_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_one_open_a_client` ON `requests` (`client_id`) WHERE "requests"."status" in ('pending', 'approved', 'rejected', 'revoked');--> statement-breakpoint
CREATE INDEX `requests_of_a_client` ON `requests` (`client_id`,`id`);--> statement-breakpoint
CREATE INDEX `requests_waiting` ON `requests` (`submitted_at`,`id`) WHERE "requests"."status" = 'pending';--> statement-breakpoint
CREATE INDEX `requests_to_expire` ON `requests` (`expires_at`,`id`) WHERE "requests"."status" = 'pending';--> statement-breakpoint
CREATE INDEX `requests_to_remind` ON `requests` (`expires_at`,`id`) WHERE "requests"."status" = 'pending' and "requests"."reminded_at" is null;--> statement-breakpoint
CREATE INDEX `requests_to_tell_of_appeal` ON `requests` (`decided_at`,`id`) WHERE "requests"."status" in ('rejected', 'revoked') and "requests"."appeal_told_at" is null;--> statement-breakpoint
CREATE TABLE `updates` (
	`update_id` integer NOT NULL,
	`content` text NOT NULL,
	`at` integer NOT NULL,
	`chat_id` integer,
	`message_id` integer,
	`text_hash` text,
	PRIMARY KEY(`update_id`, `content`)
);
--> statement-breakpoint
CREATE INDEX `updates_of_a_message` ON `updates` (`chat_id`,`message_id`) WHERE "updates"."message_id" is not null;--> statement-breakpoint
CREATE INDEX `updates_by_time` ON `updates` (`at`);