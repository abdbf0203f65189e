DROP INDEX `outbox_undeliverable`;--> statement-breakpoint
ALTER TABLE `outbox` ADD `thread_id` integer;--> statement-breakpoint
CREATE INDEX `outbox_undeliverable` ON `outbox` (`chat_id`,`id`) WHERE "outbox"."state" = 'undeliverable';--> statement-breakpoint
ALTER TABLE `bot_messages` ADD `thread_id` integer;--> statement-breakpoint
CREATE INDEX `bot_messages_digests` ON `bot_messages` (`created_at`) WHERE "bot_messages"."kind" = 'digest' and "bot_messages"."answered_at" is null;