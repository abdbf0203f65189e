-- A person is known by an ID of ours; how Telegram knows them is one of the things known of them. Renamed in place: no row of
-- a message is rewritten, and indexes follow.
ALTER TABLE "bot_messages" RENAME COLUMN "chat_id" TO "recipient_id";--> statement-breakpoint
ALTER TABLE "outbox" RENAME COLUMN "chat_id" TO "recipient_id";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "channel" text DEFAULT 'telegram' NOT NULL;--> statement-breakpoint
ALTER INDEX "outbox_owed_to_a_chat" RENAME TO "outbox_owed_to_a_recipient";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "telegram_id" bigint;--> statement-breakpoint
-- Admins who never wrote are owed messages, and were nobody so far.
INSERT INTO "people" ("id", "name")
SELECT DISTINCT "recipient_id", CAST("recipient_id" AS text) FROM "outbox"
WHERE "state" = 'owed' AND "recipient_id" > 0 AND "recipient_id" NOT IN (SELECT "id" FROM "people");--> statement-breakpoint
UPDATE "people" SET "telegram_id" = "id";--> statement-breakpoint
CREATE UNIQUE INDEX "people_by_telegram_id" ON "people" USING btree ("telegram_id");--> statement-breakpoint
CREATE TABLE "contacts" (
	"person_id" bigint NOT NULL,
	"medium" text NOT NULL,
	"address" text NOT NULL,
	"verified_at" timestamptz(3),
	"failed_at" timestamptz(3),
	"muted_at" timestamptz(3),
	CONSTRAINT "contacts_person_id_medium_address_pk" PRIMARY KEY("person_id","medium","address"),
	CONSTRAINT "contacts_medium_known" CHECK ("contacts"."medium" in ('email', 'sms'))
);
--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_one_person_a_verified_address" ON "contacts" USING btree ("medium","address") WHERE "contacts"."verified_at" is not null;
