DROP INDEX "request_events_by_time";--> statement-breakpoint
DROP INDEX "request_events_of_a_request";--> statement-breakpoint
CREATE INDEX "request_events_by_outcome" ON "request_events" USING btree ("event","at","id","request_id","actor_id");--> statement-breakpoint
CREATE INDEX "request_events_of_a_request" ON "request_events" USING btree ("request_id","id","event","at");