CREATE TABLE "bot_messages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"chat_id" bigint NOT NULL,
	"message_id" bigint,
	"request_id" bigint,
	"round" integer,
	"person_id" bigint,
	"created_at" timestamptz(3) NOT NULL,
	"answered_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "chat_aliases" (
	"old_id" bigint PRIMARY KEY NOT NULL,
	"new_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daemon_state" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"chat_id" bigint NOT NULL,
	"notice" text NOT NULL,
	"priority" integer NOT NULL,
	"request_id" bigint,
	"bot_message_id" bigint,
	"reply_to" bigint,
	"edit_message_id" bigint,
	"state" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"in_flight_since" timestamptz(3),
	"attempts" integer NOT NULL,
	"unknown_outcomes" integer NOT NULL,
	"not_before" timestamptz(3),
	"last_error" text,
	"settled_at" timestamptz(3),
	"message_id" bigint
);
--> statement-breakpoint
CREATE TABLE "parked_updates" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"update_id" bigint NOT NULL,
	"update" text NOT NULL,
	"error" text NOT NULL,
	"attempts" integer NOT NULL,
	"parked_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" bigint PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"username" text,
	"language" text,
	"unreachable_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "request_counts" (
	"status" text PRIMARY KEY NOT NULL,
	"count" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"request_id" bigint NOT NULL,
	"event" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" bigint,
	"at" timestamptz(3) NOT NULL,
	"reason" text,
	"update_id" bigint,
	"message" text NOT NULL,
	"round" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"client_id" bigint NOT NULL,
	"message" text NOT NULL,
	"status" text NOT NULL,
	"round" integer NOT NULL,
	"submitted_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"reviewed_by" bigint,
	"decided_at" timestamptz(3),
	"reason" text,
	"appeal_count" integer NOT NULL,
	"last_rejected_at" timestamptz(3),
	"before_appeal" text,
	"reminded_at" timestamptz(3),
	"appeal_told_at" timestamptz(3),
	CONSTRAINT "requests_status_known" CHECK ("requests"."status" in ('pending', 'approved', 'rejected', 'expired', 'withdrawn', 'revoked')),
	CONSTRAINT "requests_reviewed_when_decided" CHECK (("requests"."reviewed_by" is null) = ("requests"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"update_id" bigint NOT NULL,
	"content" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"chat_id" bigint,
	"message_id" bigint,
	"text_hash" text,
	CONSTRAINT "updates_update_id_content_pk" PRIMARY KEY("update_id","content")
);
--> statement-breakpoint
ALTER TABLE "bot_messages" ADD CONSTRAINT "bot_messages_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_bot_message_id_bot_messages_id_fk" FOREIGN KEY ("bot_message_id") REFERENCES "public"."bot_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_client_id_people_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bot_messages_by_place" ON "bot_messages" USING btree ("chat_id","message_id");--> statement-breakpoint
CREATE INDEX "bot_messages_of_a_request" ON "bot_messages" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "bot_messages_open_questions" ON "bot_messages" USING btree ("person_id","id") WHERE "bot_messages"."person_id" is not null and "bot_messages"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_owed" ON "outbox" USING btree ("id") WHERE "outbox"."state" = 'owed';--> statement-breakpoint
CREATE INDEX "outbox_owed_of_a_request" ON "outbox" USING btree ("request_id") WHERE "outbox"."state" = 'owed';--> statement-breakpoint
CREATE INDEX "outbox_owed_of_a_bot_message" ON "outbox" USING btree ("bot_message_id") WHERE "outbox"."state" = 'owed';--> statement-breakpoint
CREATE INDEX "outbox_undeliverable" ON "outbox" USING btree ("id") WHERE "outbox"."state" = 'undeliverable';--> statement-breakpoint
CREATE INDEX "outbox_settled" ON "outbox" USING btree ("settled_at") WHERE "outbox"."settled_at" is not null;--> statement-breakpoint
CREATE INDEX "request_events_of_a_request" ON "request_events" USING btree ("request_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_one_open_a_client" ON "requests" USING btree ("client_id") WHERE "requests"."status" in ('pending', 'approved', 'rejected', 'revoked');--> statement-breakpoint
CREATE INDEX "requests_of_a_client" ON "requests" USING btree ("client_id","id");--> statement-breakpoint
CREATE INDEX "requests_waiting" ON "requests" USING btree ("submitted_at","id") WHERE "requests"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "requests_to_expire" ON "requests" USING btree ("expires_at","id") WHERE "requests"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "requests_to_remind" ON "requests" USING btree ("expires_at","id") WHERE "requests"."status" = 'pending' and "requests"."reminded_at" is null;--> statement-breakpoint
CREATE INDEX "requests_to_tell_of_appeal" ON "requests" USING btree ("decided_at","id") WHERE "requests"."status" in ('rejected', 'revoked') and "requests"."appeal_told_at" is null;--> statement-breakpoint
CREATE INDEX "updates_of_a_message" ON "updates" USING btree ("chat_id","message_id") WHERE "updates"."message_id" is not null;--> statement-breakpoint
CREATE INDEX "updates_by_time" ON "updates" USING btree ("at");