CREATE TABLE `access_chats` (
	`chat_id` integer PRIMARY KEY NOT NULL,
	`title` text,
	`invite_link` text,
	`link_made_by` integer,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	`outage` text,
	`outage_since` integer,
	`not_before` integer,
	`entered_through` integer,
	`looked_through` integer,
	`removals_found` integer,
	`removals_asked_at` integer
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`person_id` integer NOT NULL,
	`chat_id` integer NOT NULL,
	`wanted` text NOT NULL,
	`seen` text DEFAULT 'unknown' NOT NULL,
	`seen_at` integer,
	`next_try_at` integer,
	`last_error` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`is_fresh` integer DEFAULT false NOT NULL,
	`to_remove` integer DEFAULT false NOT NULL,
	`join_requested_at` integer,
	`told_of_verdict` integer,
	`stranger_told_at` integer,
	`invited_at` integer,
	PRIMARY KEY(`person_id`, `chat_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "memberships_wanted_known" CHECK("memberships"."wanted" in ('in', 'out')),
	CONSTRAINT "memberships_seen_known" CHECK("memberships"."seen" in ('unknown', 'member', 'left', 'kicked', 'admin'))
);
--> statement-breakpoint
CREATE INDEX `memberships_due` ON `memberships` (`chat_id`,`next_try_at`) WHERE "memberships"."next_try_at" is not null;--> statement-breakpoint
CREATE INDEX `memberships_of_a_chat` ON `memberships` (`chat_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `memberships_to_invite` ON `memberships` (`chat_id`,`person_id`) WHERE "memberships"."wanted" = 'in' and "memberships"."invited_at" is null;--> statement-breakpoint
CREATE INDEX `memberships_to_remove` ON `memberships` (`chat_id`,`person_id`) WHERE "memberships"."wanted" = 'out' and "memberships"."to_remove" and "memberships"."seen" = 'member';--> statement-breakpoint
ALTER TABLE `requests` ADD `source` text DEFAULT 'chat' NOT NULL;