-- Whoever is one with a Telegram account from now on is listed again, with the ID by which others know them.
CREATE FUNCTION "follow_uniting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE "access_states" SET "version" = NEW."id"
	WHERE "request_id" = NEW."request_id" AND "version" < NEW."id"
	AND "person_id" = (SELECT "client_id" FROM "requests" WHERE "id" = NEW."request_id");
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "access_states_follow_uniting" AFTER INSERT ON "request_events"
FOR EACH ROW WHEN (NEW."event" = 'unite')
EXECUTE FUNCTION "follow_uniting"();
--> statement-breakpoint
-- It changes nothing about the request: what an undo takes back is the decision before it.
CREATE OR REPLACE FUNCTION "forget_day_figures"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	"undone" timestamptz;
BEGIN
	DELETE FROM "day_figures" WHERE "ends" > NEW."at" AND "begins" <= NEW."at";
	IF NEW."event" = 'undo' THEN
		SELECT "at" INTO "undone" FROM "request_events"
		WHERE "request_id" = NEW."request_id" AND "id" < NEW."id" AND "event" <> 'unite' ORDER BY "id" DESC LIMIT 1;
		DELETE FROM "day_figures" WHERE "ends" > "undone" AND "begins" <= "undone";
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
-- code: record_unitings
