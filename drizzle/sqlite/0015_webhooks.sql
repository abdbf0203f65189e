CREATE TABLE `webhook_events` (
	`event_id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`next_try_at` integer NOT NULL,
	`timed_at` integer NOT NULL,
	`last_error` text,
	`settled_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `request_events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "webhook_events_state_known" CHECK("webhook_events"."state" in ('owed', 'delivered', 'given_up'))
);
--> statement-breakpoint
CREATE INDEX `webhook_events_due` ON `webhook_events` (`next_try_at`,`event_id`) WHERE "webhook_events"."state" = 'owed';--> statement-breakpoint
CREATE INDEX `webhook_events_timed` ON `webhook_events` (`timed_at`) WHERE "webhook_events"."state" = 'owed';--> statement-breakpoint
CREATE INDEX `webhook_events_owed` ON `webhook_events` (`event_id`) WHERE "webhook_events"."state" = 'owed';--> statement-breakpoint
CREATE INDEX `webhook_events_settled` ON `webhook_events` (`settled_at`) WHERE "webhook_events"."settled_at" is not null;