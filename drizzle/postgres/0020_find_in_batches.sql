-- Requests whose words are not in the index yet, as on SQLite: one at a time costs four times what it costs together with others,
-- so a search or a sweep does it.
CREATE TABLE "request_words_due" (
	"request_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "keep_request_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		DELETE FROM "request_words_due" WHERE "request_id" = OLD."id";
		DELETE FROM "request_words" WHERE "request_id" = OLD."id";
	ELSE
		INSERT INTO "request_words_due" VALUES (NEW."id") ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "keep_request_words_of"("person" bigint) RETURNS void LANGUAGE sql AS $$
	INSERT INTO "request_words_due" SELECT "id" FROM "requests" WHERE "client_id" = "person" ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
-- Puts the newest of them into the index, and returns how many there were.
CREATE FUNCTION "index_request_words"("most" integer) RETURNS bigint LANGUAGE sql AS $$
	WITH "due" AS (
		DELETE FROM "request_words_due"
		WHERE "request_id" IN (SELECT "request_id" FROM "request_words_due" ORDER BY "request_id" DESC LIMIT "most")
		RETURNING "request_id"
	), "indexed" AS (
		INSERT INTO "request_words"
		SELECT "source"."request_id", "source"."words" FROM "request_words_source" AS "source"
		WHERE "source"."request_id" IN (SELECT "request_id" FROM "due")
		ON CONFLICT ("request_id") DO UPDATE SET "words" = excluded."words"
	)
	SELECT count(*) FROM "due"
$$;
