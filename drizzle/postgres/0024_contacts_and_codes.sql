CREATE TABLE "address_codes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"medium" text NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"language" text,
	"code_hash" text,
	"previous_code_hash" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"sent_at" timestamptz(3),
	"expires_at" timestamptz(3),
	"used_at" timestamptz(3),
	CONSTRAINT "address_codes_medium_known" CHECK ("address_codes"."medium" in ('email', 'sms'))
);
--> statement-breakpoint
CREATE TABLE "form_drafts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" bigint NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"language" text,
	"message" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form_limits" (
	"key" text NOT NULL,
	"window_start" timestamptz(3) NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "form_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "personal_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "start_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"used_at" timestamptz(3)
);
--> statement-breakpoint
DROP INDEX "contacts_one_person_a_verified_address";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "address_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "mode" text DEFAULT 'fallback' NOT NULL;--> statement-breakpoint
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "start_links" ADD CONSTRAINT "start_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_codes_of_a_person" ON "address_codes" USING btree ("person_id","medium","id");--> statement-breakpoint
CREATE INDEX "address_codes_of_an_address" ON "address_codes" USING btree ("medium","address_key","created_at");--> statement-breakpoint
CREATE INDEX "address_codes_by_time" ON "address_codes" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "form_drafts_by_token" ON "form_drafts" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "form_drafts_by_time" ON "form_drafts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "form_limits_by_time" ON "form_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "personal_links_of_a_person" ON "personal_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "start_links_of_a_person" ON "start_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "start_links_by_time" ON "start_links" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_one_person_a_verified_address" ON "contacts" USING btree ("medium","address_key") WHERE "contacts"."verified_at" is not null;