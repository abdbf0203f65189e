CREATE TABLE `request_messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`request_id` integer NOT NULL,
	`round` integer NOT NULL,
	`kind` text NOT NULL,
	`author_id` integer NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_messages_kind_known" CHECK("request_messages"."kind" in ('question', 'answer', 'addition'))
);
--> statement-breakpoint
CREATE INDEX `request_messages_of_a_request` ON `request_messages` (`request_id`,`id`);