CREATE TABLE `address_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`medium` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`language` text,
	`code_hash` text,
	`previous_code_hash` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`expires_at` integer,
	`used_at` integer,
	CONSTRAINT "address_codes_medium_known" CHECK("address_codes"."medium" in ('email', 'sms'))
);
--> statement-breakpoint
CREATE INDEX `address_codes_of_a_person` ON `address_codes` (`person_id`,`medium`,`id`);--> statement-breakpoint
CREATE INDEX `address_codes_of_an_address` ON `address_codes` (`medium`,`address_key`,`created_at`);--> statement-breakpoint
CREATE INDEX `address_codes_by_time` ON `address_codes` (`created_at`);--> statement-breakpoint
CREATE TABLE `form_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`language` text,
	`message` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `form_drafts_by_token` ON `form_drafts` (`token_hash`);--> statement-breakpoint
CREATE INDEX `form_drafts_by_time` ON `form_drafts` (`created_at`);--> statement-breakpoint
CREATE TABLE `form_limits` (
	`key` text NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`key`, `window_start`)
);
--> statement-breakpoint
CREATE INDEX `form_limits_by_time` ON `form_limits` (`window_start`);--> statement-breakpoint
CREATE TABLE `personal_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `personal_links_of_a_person` ON `personal_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `start_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `start_links_of_a_person` ON `start_links` (`person_id`);--> statement-breakpoint
CREATE INDEX `start_links_by_time` ON `start_links` (`created_at`);--> statement-breakpoint
DROP INDEX `contacts_one_person_a_verified_address`;--> statement-breakpoint
ALTER TABLE `contacts` ADD `address_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mode` text DEFAULT 'fallback' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_one_person_a_verified_address` ON `contacts` (`medium`,`address_key`) WHERE "contacts"."verified_at" is not null;