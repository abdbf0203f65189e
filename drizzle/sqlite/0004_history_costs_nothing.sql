DROP INDEX `outbox_owed_of_a_request`;--> statement-breakpoint
DROP INDEX `outbox_owed_of_a_bot_message`;--> statement-breakpoint
CREATE INDEX `outbox_owed_to_a_chat` ON `outbox` (`chat_id`,`id`) WHERE "outbox"."state" = 'owed';--> statement-breakpoint
CREATE INDEX `outbox_of_a_request` ON `outbox` (`request_id`,`state`) WHERE "outbox"."request_id" is not null;--> statement-breakpoint
CREATE INDEX `outbox_of_a_bot_message` ON `outbox` (`bot_message_id`,`state`) WHERE "outbox"."bot_message_id" is not null;--> statement-breakpoint
DROP INDEX `bot_messages_open_questions`;--> statement-breakpoint
CREATE INDEX `bot_messages_open_questions` ON `bot_messages` (`person_id`,`created_at`) WHERE "bot_messages"."person_id" is not null and "bot_messages"."answered_at" is null;