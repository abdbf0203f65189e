ALTER TABLE "requests" ADD COLUMN "awaits_words" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Whoever asked to join a chat and has not said anything since.
UPDATE "requests" SET "awaits_words" = true WHERE "source" = 'join' AND "appeal_count" = 0
	AND "id" NOT IN (SELECT "request_id" FROM "request_events" WHERE "event" = 'describe');
