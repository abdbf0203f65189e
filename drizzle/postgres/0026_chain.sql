-- The history becomes a chain (docs/history.md), and its texts can be erased.
DROP TRIGGER "request_events_never_changed" ON "request_events";
--> statement-breakpoint
ALTER TABLE "request_events" ALTER COLUMN "message" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "request_events" ADD COLUMN "expires_at" timestamptz(3);
--> statement-breakpoint
ALTER TABLE "request_events" ADD COLUMN "co_approvers" text;
--> statement-breakpoint
ALTER TABLE "request_events" ADD COLUMN "message_salt" text;
--> statement-breakpoint
ALTER TABLE "request_events" ADD COLUMN "message_hash" text;
--> statement-breakpoint
ALTER TABLE "request_events" ADD COLUMN "reason_salt" text;
--> statement-breakpoint
ALTER TABLE "request_events" ADD COLUMN "reason_hash" text;
--> statement-breakpoint
ALTER TABLE "request_events" ADD COLUMN "digest" text;
--> statement-breakpoint
ALTER TABLE "request_events" ADD COLUMN "erased_at" timestamptz(3);
--> statement-breakpoint
-- code: chain_history
--> statement-breakpoint
ALTER TABLE "request_events" ALTER COLUMN "digest" SET NOT NULL;
--> statement-breakpoint
CREATE TRIGGER "request_events_never_deleted" BEFORE DELETE OR TRUNCATE ON "request_events"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_change_history"();
--> statement-breakpoint
-- What happened is never changed: only its texts can be erased, once, with their salts.
CREATE TRIGGER "request_events_only_erased" BEFORE UPDATE ON "request_events"
FOR EACH ROW WHEN (NOT (OLD."erased_at" IS NULL AND NEW."erased_at" IS NOT NULL
	AND NEW."message" IS NULL AND NEW."message_salt" IS NULL AND NEW."reason" IS NULL AND NEW."reason_salt" IS NULL
	AND (OLD."id", OLD."request_id", OLD."event", OLD."from_status", OLD."to_status", OLD."actor_id", OLD."at", OLD."update_id", OLD."via", OLD."round", OLD."expires_at", OLD."co_approvers", OLD."message_hash", OLD."reason_hash", OLD."digest")
	IS NOT DISTINCT FROM (NEW."id", NEW."request_id", NEW."event", NEW."from_status", NEW."to_status", NEW."actor_id", NEW."at", NEW."update_id", NEW."via", NEW."round", NEW."expires_at", NEW."co_approvers", NEW."message_hash", NEW."reason_hash", NEW."digest")))
EXECUTE FUNCTION "refuse_to_change_history"();
