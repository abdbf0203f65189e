CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`message` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_of_a_person` ON `drafts` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `drafts_by_time` ON `drafts` (`created_at`);--> statement-breakpoint
ALTER TABLE `people` ADD `chosen_language` text;