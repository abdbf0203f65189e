DROP INDEX "memberships_due";--> statement-breakpoint
ALTER TABLE "membership_counts" ADD COLUMN "people" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_counts" ADD COLUMN "join_requests" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "memberships_due" ON "memberships" USING btree ("chat_id","wanted","to_remove","next_try_at") WHERE "memberships"."next_try_at" is not null;--> statement-breakpoint
-- Everybody who is known of is counted, too, and whose join request waits.
CREATE OR REPLACE FUNCTION "count_memberships"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		UPDATE "membership_counts" SET
			"wanted_in" = "wanted_in" - "gone"."wanted", "seen_in" = "seen_in" - "gone"."seen",
			"pending" = "pending" - "gone"."due", "failing" = "failing" - "gone"."failed",
			"people" = "people" - "gone"."known", "join_requests" = "join_requests" - "gone"."asking"
		FROM (
			SELECT "chat_id", count(*) FILTER (WHERE "wanted" = 'in') AS "wanted",
				count(*) FILTER (WHERE "wanted" = 'in' AND "seen" IN ('member', 'admin')) AS "seen",
				count("next_try_at") AS "due", count("next_try_at") FILTER (WHERE "tries" > 0) AS "failed",
				count(*) AS "known", count("join_requested_at") AS "asking"
			FROM "rows_before" GROUP BY "chat_id"
		) AS "gone"
		WHERE "membership_counts"."chat_id" = "gone"."chat_id";
	END IF;
	IF TG_OP <> 'DELETE' THEN
		INSERT INTO "membership_counts" AS "counts"
			("chat_id", "wanted_in", "seen_in", "pending", "failing", "people", "join_requests")
		SELECT "chat_id", count(*) FILTER (WHERE "wanted" = 'in'),
			count(*) FILTER (WHERE "wanted" = 'in' AND "seen" IN ('member', 'admin')),
			count("next_try_at"), count("next_try_at") FILTER (WHERE "tries" > 0),
			count(*), count("join_requested_at")
		FROM "rows_after" GROUP BY "chat_id"
		ON CONFLICT ("chat_id") DO UPDATE SET
			"wanted_in" = "counts"."wanted_in" + excluded."wanted_in", "seen_in" = "counts"."seen_in" + excluded."seen_in",
			"pending" = "counts"."pending" + excluded."pending", "failing" = "counts"."failing" + excluded."failing",
			"people" = "counts"."people" + excluded."people",
			"join_requests" = "counts"."join_requests" + excluded."join_requests";
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
UPDATE "membership_counts" SET "people" = "known"."people", "join_requests" = "known"."asking"
FROM (
	SELECT "chat_id", count(*) AS "people", count("join_requested_at") AS "asking" FROM "memberships" GROUP BY "chat_id"
) AS "known"
WHERE "membership_counts"."chat_id" = "known"."chat_id";
