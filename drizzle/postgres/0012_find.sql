CREATE TABLE "searches" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE INDEX "searches_by_time" ON "searches" USING btree ("created_at");
--> statement-breakpoint
-- Lower case, also in a database whose locale (C, POSIX) knows no letters beyond ASCII: there the common ones are named.
CREATE FUNCTION "fold_case"("written" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
	SELECT CASE WHEN lower('Ж') = 'ж' THEN lower("written") ELSE lower(translate("written",
		'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҐҒҚҢҮҰҺӘӨ',
		'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþѐёђѓєѕіїјљњћќѝўџабвгдежзийклмнопрстуфхцчшщъыьэюяґғқңүұһәө')) END
$$;--> statement-breakpoint
-- What /find looks through: for each request who sent it, how they can be reached, and what they wrote in any round.
CREATE VIEW "request_words_source" AS
SELECT "requests"."id" AS "request_id", "fold_case"(concat_ws(' ', "people"."name", '@' || "people"."username", "people"."telegram_id",
	(SELECT string_agg("address", ' ') FROM "contacts" WHERE "person_id" = "people"."id"),
	"requests"."message",
	(SELECT string_agg("request_events"."message", ' ' ORDER BY "request_events"."id") FROM "request_events"
		WHERE "request_events"."request_id" = "requests"."id" AND "event" IN ('submit', 'appeal')
		AND "request_events"."message" <> "requests"."message"))) AS "words"
FROM "requests" JOIN "people" ON "people"."id" = "requests"."client_id";--> statement-breakpoint
-- Its index, which needs the extension pg_trgm, is made apart from the migrations (src/store/postgres/trigrams.ts): not every
-- server has the extension, or lets this user create it.
CREATE TABLE "request_words" (
	"request_id" bigint PRIMARY KEY NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE FUNCTION "keep_request_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		DELETE FROM "request_words" WHERE "request_id" = OLD."id";
	ELSE
		INSERT INTO "request_words" SELECT * FROM "request_words_source" WHERE "request_id" = NEW."id"
		ON CONFLICT ("request_id") DO UPDATE SET "words" = excluded."words";
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "request_words_on_insert_or_delete" AFTER INSERT OR DELETE ON "requests"
FOR EACH ROW EXECUTE FUNCTION "keep_request_words"();--> statement-breakpoint
CREATE TRIGGER "request_words_on_update" AFTER UPDATE OF "message", "client_id" ON "requests"
FOR EACH ROW WHEN (OLD."message" <> NEW."message" OR OLD."client_id" <> NEW."client_id")
EXECUTE FUNCTION "keep_request_words"();--> statement-breakpoint
CREATE FUNCTION "keep_request_words_of"("person" bigint) RETURNS void LANGUAGE sql AS $$
	UPDATE "request_words" SET "words" = "source"."words"
	FROM "requests" JOIN "request_words_source" AS "source" ON "source"."request_id" = "requests"."id"
	WHERE "requests"."client_id" = "person" AND "request_words"."request_id" = "requests"."id"
$$;
--> statement-breakpoint
CREATE FUNCTION "keep_request_words_of_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM "keep_request_words_of"(NEW."id");
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "request_words_of_a_person" AFTER UPDATE OF "name", "username", "telegram_id" ON "people"
FOR EACH ROW WHEN ((OLD."name", OLD."username", OLD."telegram_id") IS DISTINCT FROM (NEW."name", NEW."username", NEW."telegram_id"))
EXECUTE FUNCTION "keep_request_words_of_person"();--> statement-breakpoint
CREATE FUNCTION "keep_request_words_of_contact"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		PERFORM "keep_request_words_of"(OLD."person_id");
	END IF;
	IF TG_OP <> 'DELETE' THEN
		PERFORM "keep_request_words_of"(NEW."person_id");
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "request_words_of_a_contact" AFTER INSERT OR DELETE OR UPDATE OF "person_id", "address" ON "contacts"
FOR EACH ROW EXECUTE FUNCTION "keep_request_words_of_contact"();--> statement-breakpoint
INSERT INTO "request_words" SELECT * FROM "request_words_source" ORDER BY "request_id";
