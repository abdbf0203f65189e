CREATE TABLE `erasures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`cause` text NOT NULL,
	`erased_at` integer,
	`finished_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "erasures_cause_known" CHECK("erasures"."cause" in ('chat', 'form', 'command', 'retention', 'restore'))
);
--> statement-breakpoint
CREATE INDEX `erasures_of_a_person` ON `erasures` (`person_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `erasures_unfinished` ON `erasures` (`id`) WHERE "erasures"."finished_at" is null;--> statement-breakpoint
DROP INDEX `requests_over`;--> statement-breakpoint
DROP INDEX `requests_over_of_a_client`;--> statement-breakpoint
ALTER TABLE `requests` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `requests` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `requests` ADD `retained` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `requests_retained_by_verdict` ON `requests` (`decided_at`,`id`,`appeal_count`) WHERE "requests"."status" in ('rejected', 'revoked') and "requests"."decided_at" is not null and "requests"."retained";--> statement-breakpoint
CREATE INDEX `requests_retained_otherwise` ON `requests` ((case when "withdrawn_at" is null then "expires_at" else "withdrawn_at" end),`id`) WHERE "requests"."status" in ('expired', 'withdrawn') and "requests"."retained";--> statement-breakpoint
CREATE INDEX `requests_over` ON `requests` (`status`,`submitted_at`,`id`) WHERE "requests"."decided_at" is null and "requests"."status" <> 'pending';--> statement-breakpoint
CREATE INDEX `requests_over_of_a_client` ON `requests` (`client_id`,`status`,`submitted_at`,`id`) WHERE "requests"."decided_at" is null and "requests"."status" <> 'pending';--> statement-breakpoint
CREATE INDEX `form_drafts_of_a_person` ON `form_drafts` (`person_id`);--> statement-breakpoint
-- The full-text index keeps nothing of what is deleted from it, either.
INSERT INTO `request_words` (`request_words`, `rank`) VALUES ('secure-delete', 1);--> statement-breakpoint
-- When requests were withdrawn says their history.
UPDATE `requests` SET `withdrawn_at` = (SELECT max(`at`) FROM `request_events` WHERE `request_id` = `requests`.`id` AND `event` = 'withdraw')
WHERE `status` = 'withdrawn';
