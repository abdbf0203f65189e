CREATE TABLE "day_figures" (
	"ends" timestamptz(3) PRIMARY KEY NOT NULL,
	"begins" timestamptz(3) NOT NULL,
	"figures" text NOT NULL
);--> statement-breakpoint
-- What was counted of a day is forgotten once an event is dated back into it, or a decision of it is taken back.
CREATE FUNCTION "forget_day_figures"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	"undone" timestamptz;
BEGIN
	DELETE FROM "day_figures" WHERE "ends" > NEW."at" AND "begins" <= NEW."at";
	IF NEW."event" = 'undo' THEN
		SELECT "at" INTO "undone" FROM "request_events" WHERE "request_id" = NEW."request_id" AND "id" < NEW."id" ORDER BY "id" DESC LIMIT 1;
		DELETE FROM "day_figures" WHERE "ends" > "undone" AND "begins" <= "undone";
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "day_figures_forget" AFTER INSERT ON "request_events"
FOR EACH ROW EXECUTE FUNCTION "forget_day_figures"();
