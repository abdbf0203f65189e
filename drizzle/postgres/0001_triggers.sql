-- The history is append-only.
CREATE FUNCTION "refuse_to_change_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'request_events is append-only: what happened to a request is never changed or deleted (% refused)', TG_OP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "request_events_never_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "request_events"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_change_history"();
--> statement-breakpoint
-- request_counts follows requests, so that counting never reads old requests.
-- Once a statement, not once a row: a million rows in one statement would leave a million versions of one count.
CREATE FUNCTION "count_requests"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		UPDATE "request_counts" SET "count" = "count" - "gone"."many"
		FROM (SELECT "status", count(*) AS "many" FROM "rows_before" GROUP BY "status") AS "gone"
		WHERE "request_counts"."status" = "gone"."status";
	END IF;
	IF TG_OP <> 'DELETE' THEN
		UPDATE "request_counts" SET "count" = "count" + "come"."many"
		FROM (SELECT "status", count(*) AS "many" FROM "rows_after" GROUP BY "status") AS "come"
		WHERE "request_counts"."status" = "come"."status";
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "requests_counted_on_insert" AFTER INSERT ON "requests"
REFERENCING NEW TABLE AS "rows_after" FOR EACH STATEMENT EXECUTE FUNCTION "count_requests"();
--> statement-breakpoint
CREATE TRIGGER "requests_counted_on_update" AFTER UPDATE ON "requests"
REFERENCING OLD TABLE AS "rows_before" NEW TABLE AS "rows_after" FOR EACH STATEMENT EXECUTE FUNCTION "count_requests"();
--> statement-breakpoint
CREATE TRIGGER "requests_counted_on_delete" AFTER DELETE ON "requests"
REFERENCING OLD TABLE AS "rows_before" FOR EACH STATEMENT EXECUTE FUNCTION "count_requests"();
--> statement-breakpoint
WITH "known"("status") AS (VALUES ('pending'), ('approved'), ('rejected'), ('expired'), ('withdrawn'), ('revoked'))
INSERT INTO "request_counts" ("status", "count")
SELECT "status", (SELECT count(*) FROM "requests" WHERE "requests"."status" = "known"."status") FROM "known";
