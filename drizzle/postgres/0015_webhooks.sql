CREATE TABLE "webhook_events" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"attempts" integer NOT NULL,
	"next_try_at" timestamptz(3) NOT NULL,
	"timed_at" timestamptz(3) NOT NULL,
	"last_error" text,
	"settled_at" timestamptz(3),
	CONSTRAINT "webhook_events_state_known" CHECK ("webhook_events"."state" in ('owed', 'delivered', 'given_up'))
);
--> statement-breakpoint
ALTER TABLE "webhook_events" ADD CONSTRAINT "webhook_events_event_id_request_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."request_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_events_due" ON "webhook_events" USING btree ("next_try_at","event_id") WHERE "webhook_events"."state" = 'owed';--> statement-breakpoint
CREATE INDEX "webhook_events_timed" ON "webhook_events" USING btree ("timed_at") WHERE "webhook_events"."state" = 'owed';--> statement-breakpoint
CREATE INDEX "webhook_events_owed" ON "webhook_events" USING btree ("event_id") WHERE "webhook_events"."state" = 'owed';--> statement-breakpoint
CREATE INDEX "webhook_events_settled" ON "webhook_events" USING btree ("settled_at") WHERE "webhook_events"."settled_at" is not null;