CREATE TABLE "access_chats" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"title" text,
	"invite_link" text,
	"link_made_by" bigint,
	"added_at" timestamptz(3) NOT NULL,
	"removed_at" timestamptz(3),
	"outage" text,
	"outage_since" timestamptz(3),
	"not_before" timestamptz(3),
	"entered_through" bigint,
	"looked_through" bigint,
	"removals_found" integer,
	"removals_asked_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"person_id" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"wanted" text NOT NULL,
	"seen" text DEFAULT 'unknown' NOT NULL,
	"seen_at" timestamptz(3),
	"next_try_at" timestamptz(3),
	"last_error" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"is_fresh" boolean DEFAULT false NOT NULL,
	"to_remove" boolean DEFAULT false NOT NULL,
	"join_requested_at" timestamptz(3),
	"told_of_verdict" timestamptz(3),
	"stranger_told_at" timestamptz(3),
	"invited_at" timestamptz(3),
	CONSTRAINT "memberships_person_id_chat_id_pk" PRIMARY KEY("person_id","chat_id"),
	CONSTRAINT "memberships_wanted_known" CHECK ("memberships"."wanted" in ('in', 'out')),
	CONSTRAINT "memberships_seen_known" CHECK ("memberships"."seen" in ('unknown', 'member', 'left', 'kicked', 'admin'))
);
--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "source" text DEFAULT 'chat' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "memberships_due" ON "memberships" USING btree ("chat_id","next_try_at") WHERE "memberships"."next_try_at" is not null;--> statement-breakpoint
CREATE INDEX "memberships_of_a_chat" ON "memberships" USING btree ("chat_id","person_id");--> statement-breakpoint
CREATE INDEX "memberships_to_invite" ON "memberships" USING btree ("chat_id","person_id") WHERE "memberships"."wanted" = 'in' and "memberships"."invited_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_to_remove" ON "memberships" USING btree ("chat_id","person_id") WHERE "memberships"."wanted" = 'out' and "memberships"."to_remove" and "memberships"."seen" = 'member';