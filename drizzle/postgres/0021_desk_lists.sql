CREATE TABLE "access_states" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"access" boolean NOT NULL,
	"since" timestamptz(3) NOT NULL,
	"request_id" bigint NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "outbox_of_a_request";--> statement-breakpoint
ALTER TABLE "access_states" ADD CONSTRAINT "access_states_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_states_by_version" ON "access_states" USING btree ("version");--> statement-breakpoint
CREATE INDEX "requests_decided" ON "requests" USING btree ("status",(case when "decided_at" < "submitted_at" then 3 when "decided_at" - "submitted_at" < interval '1 hour' then 0 when "decided_at" - "submitted_at" < interval '24 hours' then 1 when "decided_at" - "submitted_at" < interval '720 hours' then 2 else 3 end),"decided_at","id","submitted_at") WHERE "requests"."decided_at" is not null;--> statement-breakpoint
CREATE INDEX "requests_decided_by" ON "requests" USING btree ("reviewed_by","status",(case when "decided_at" < "submitted_at" then 3 when "decided_at" - "submitted_at" < interval '1 hour' then 0 when "decided_at" - "submitted_at" < interval '24 hours' then 1 when "decided_at" - "submitted_at" < interval '720 hours' then 2 else 3 end),"decided_at","id","submitted_at") WHERE "requests"."reviewed_by" is not null;--> statement-breakpoint
CREATE INDEX "requests_over" ON "requests" USING btree ("status","submitted_at","id") WHERE "requests"."status" in ('expired', 'withdrawn');--> statement-breakpoint
CREATE INDEX "requests_over_of_a_client" ON "requests" USING btree ("client_id","status","submitted_at","id") WHERE "requests"."status" in ('expired', 'withdrawn');--> statement-breakpoint
CREATE INDEX "outbox_of_a_request" ON "outbox" USING btree ("request_id","state","id") WHERE "outbox"."request_id" is not null;--> statement-breakpoint
-- access_states follows the history, so that what has become of somebody's access is never looked for in it.
CREATE FUNCTION "follow_access"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "access_states" ("person_id", "access", "since", "request_id", "version")
	SELECT "client_id", NEW."to_status" = 'approved', NEW."at", NEW."request_id", NEW."id" FROM "requests" WHERE "id" = NEW."request_id"
	ON CONFLICT ("person_id") DO UPDATE SET "access" = excluded."access", "since" = excluded."since",
		"request_id" = excluded."request_id", "version" = excluded."version"
	WHERE excluded."version" > "access_states"."version";
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "access_states_follow" AFTER INSERT ON "request_events"
FOR EACH ROW WHEN ((NEW."to_status" = 'approved') <> (NEW."from_status" IS NOT DISTINCT FROM 'approved'))
EXECUTE FUNCTION "follow_access"();--> statement-breakpoint
INSERT INTO "access_states" ("person_id", "access", "since", "request_id", "version")
SELECT DISTINCT ON ("client_id") "client_id", "to_status" = 'approved', "at", "request_id", "request_events"."id"
FROM "request_events" JOIN "requests" ON "requests"."id" = "request_id"
WHERE ("to_status" = 'approved') <> ("from_status" IS NOT DISTINCT FROM 'approved')
ORDER BY "client_id", "request_events"."id" DESC;
