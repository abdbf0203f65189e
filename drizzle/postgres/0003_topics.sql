DROP INDEX "outbox_undeliverable";--> statement-breakpoint
ALTER TABLE "bot_messages" ADD COLUMN "thread_id" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "thread_id" bigint;--> statement-breakpoint
CREATE INDEX "bot_messages_digests" ON "bot_messages" USING btree ("created_at") WHERE "bot_messages"."kind" = 'digest' and "bot_messages"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_undeliverable" ON "outbox" USING btree ("chat_id","id") WHERE "outbox"."state" = 'undeliverable';