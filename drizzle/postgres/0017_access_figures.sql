CREATE TABLE "membership_counts" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"wanted_in" integer DEFAULT 0 NOT NULL,
	"seen_in" integer DEFAULT 0 NOT NULL,
	"pending" integer DEFAULT 0 NOT NULL,
	"failing" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "pending_since" timestamptz(3);--> statement-breakpoint
CREATE INDEX "memberships_pending" ON "memberships" USING btree ("chat_id","pending_since") WHERE "memberships"."pending_since" is not null;--> statement-breakpoint
-- What is due already has waited since it became due.
UPDATE "memberships" SET "pending_since" = "next_try_at" WHERE "next_try_at" IS NOT NULL;--> statement-breakpoint
-- membership_counts follows memberships, so that counting never reads those where nothing is to be done.
-- Once a statement, not once a row: many rows in one statement would leave as many versions of one count.
CREATE FUNCTION "count_memberships"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		UPDATE "membership_counts" SET
			"wanted_in" = "wanted_in" - "gone"."wanted", "seen_in" = "seen_in" - "gone"."seen",
			"pending" = "pending" - "gone"."due", "failing" = "failing" - "gone"."failed"
		FROM (
			SELECT "chat_id", count(*) FILTER (WHERE "wanted" = 'in') AS "wanted",
				count(*) FILTER (WHERE "wanted" = 'in' AND "seen" IN ('member', 'admin')) AS "seen",
				count("next_try_at") AS "due", count("next_try_at") FILTER (WHERE "tries" > 0) AS "failed"
			FROM "rows_before" GROUP BY "chat_id"
		) AS "gone"
		WHERE "membership_counts"."chat_id" = "gone"."chat_id";
	END IF;
	IF TG_OP <> 'DELETE' THEN
		INSERT INTO "membership_counts" AS "counts" ("chat_id", "wanted_in", "seen_in", "pending", "failing")
		SELECT "chat_id", count(*) FILTER (WHERE "wanted" = 'in'),
			count(*) FILTER (WHERE "wanted" = 'in' AND "seen" IN ('member', 'admin')),
			count("next_try_at"), count("next_try_at") FILTER (WHERE "tries" > 0)
		FROM "rows_after" GROUP BY "chat_id"
		ON CONFLICT ("chat_id") DO UPDATE SET
			"wanted_in" = "counts"."wanted_in" + excluded."wanted_in", "seen_in" = "counts"."seen_in" + excluded."seen_in",
			"pending" = "counts"."pending" + excluded."pending", "failing" = "counts"."failing" + excluded."failing";
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "memberships_counted_on_insert" AFTER INSERT ON "memberships"
REFERENCING NEW TABLE AS "rows_after" FOR EACH STATEMENT EXECUTE FUNCTION "count_memberships"();
--> statement-breakpoint
CREATE TRIGGER "memberships_counted_on_update" AFTER UPDATE ON "memberships"
REFERENCING OLD TABLE AS "rows_before" NEW TABLE AS "rows_after" FOR EACH STATEMENT EXECUTE FUNCTION "count_memberships"();
--> statement-breakpoint
CREATE TRIGGER "memberships_counted_on_delete" AFTER DELETE ON "memberships"
REFERENCING OLD TABLE AS "rows_before" FOR EACH STATEMENT EXECUTE FUNCTION "count_memberships"();
--> statement-breakpoint
INSERT INTO "membership_counts" ("chat_id", "wanted_in", "seen_in", "pending", "failing")
SELECT "chat_id", count(*) FILTER (WHERE "wanted" = 'in'),
	count(*) FILTER (WHERE "wanted" = 'in' AND "seen" IN ('member', 'admin')),
	count("next_try_at"), count("next_try_at") FILTER (WHERE "tries" > 0)
FROM "memberships" GROUP BY "chat_id";
