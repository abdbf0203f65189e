CREATE TABLE `administrators` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`telegram_id` integer NOT NULL,
	`added_by` integer NOT NULL,
	`added_at` integer NOT NULL,
	`removed_by` integer,
	`removed_at` integer,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "administrators_removed_by_somebody" CHECK(("administrators"."removed_by" is null) = ("administrators"."removed_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `administrators_once_at_a_time` ON `administrators` (`telegram_id`) WHERE "administrators"."removed_at" is null;--> statement-breakpoint
CREATE INDEX `administrators_by_removal` ON `administrators` (`removed_at`,`id`) WHERE "administrators"."removed_at" is not null;