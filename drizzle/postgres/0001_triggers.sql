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
CREATE FUNCTION "count_requests"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		UPDATE "request_counts" SET "count" = "count" - 1 WHERE "status" = OLD."status";
	END IF;
	IF TG_OP <> 'DELETE' THEN
		UPDATE "request_counts" SET "count" = "count" + 1 WHERE "status" = NEW."status";
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "requests_counted" AFTER INSERT OR DELETE ON "requests"
FOR EACH ROW EXECUTE FUNCTION "count_requests"();
--> statement-breakpoint
CREATE TRIGGER "requests_counted_on_update" AFTER UPDATE OF "status" ON "requests"
FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION "count_requests"();
--> statement-breakpoint
WITH "known"("status") AS (VALUES ('pending'), ('approved'), ('rejected'), ('expired'), ('withdrawn'), ('revoked'))
INSERT INTO "request_counts" ("status", "count")
SELECT "status", (SELECT count(*) FROM "requests" WHERE "requests"."status" = "known"."status") FROM "known";
