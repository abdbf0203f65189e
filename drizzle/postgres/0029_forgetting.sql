CREATE TABLE "erasures" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"asked_at" timestamptz(3) NOT NULL,
	"cause" text NOT NULL,
	"erased_at" timestamptz(3),
	"finished_at" timestamptz(3),
	CONSTRAINT "erasures_cause_known" CHECK ("erasures"."cause" in ('chat', 'form', 'command', 'retention', 'restore'))
);
--> statement-breakpoint
DROP INDEX "requests_over";--> statement-breakpoint
DROP INDEX "requests_over_of_a_client";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "withdrawn_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "erased_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "retained" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasures_of_a_person" ON "erasures" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE INDEX "erasures_unfinished" ON "erasures" USING btree ("id") WHERE "erasures"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "form_drafts_of_a_person" ON "form_drafts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "requests_retained_by_verdict" ON "requests" USING btree ("decided_at","id","appeal_count") WHERE "requests"."status" in ('rejected', 'revoked') and "requests"."decided_at" is not null and "requests"."retained";--> statement-breakpoint
CREATE INDEX "requests_retained_otherwise" ON "requests" USING btree ((case when "withdrawn_at" is null then "expires_at" else "withdrawn_at" end),"id") WHERE "requests"."status" in ('expired', 'withdrawn') and "requests"."retained";--> statement-breakpoint
CREATE INDEX "requests_over" ON "requests" USING btree ("status","submitted_at","id") WHERE "requests"."decided_at" is null and "requests"."status" <> 'pending';--> statement-breakpoint
CREATE INDEX "requests_over_of_a_client" ON "requests" USING btree ("client_id","status","submitted_at","id") WHERE "requests"."decided_at" is null and "requests"."status" <> 'pending';--> statement-breakpoint
-- When requests were withdrawn says their history.
UPDATE "requests" SET "withdrawn_at" = (SELECT max("at") FROM "request_events" WHERE "request_id" = "requests"."id" AND "event" = 'withdraw')
WHERE "status" = 'withdrawn';--> statement-breakpoint
-- Puts the words of one request into the index anew, in the place of those that it had.
CREATE FUNCTION "index_words_of"("request" bigint) RETURNS bigint LANGUAGE sql AS $$
	DELETE FROM "request_words_due" WHERE "request_id" = "request";
	INSERT INTO "request_words" SELECT "request_id", "words" FROM "request_words_source" WHERE "request_id" = "request"
	ON CONFLICT ("request_id") DO UPDATE SET "words" = excluded."words";
	SELECT "request"
$$;
