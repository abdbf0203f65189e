CREATE TABLE "request_messages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"request_id" bigint NOT NULL,
	"round" integer NOT NULL,
	"kind" text NOT NULL,
	"author_id" bigint NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "request_messages_kind_known" CHECK ("request_messages"."kind" in ('question', 'answer', 'addition'))
);
--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_messages_of_a_request" ON "request_messages" USING btree ("request_id","id");