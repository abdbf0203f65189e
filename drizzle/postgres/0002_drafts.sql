CREATE TABLE "drafts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "chosen_language" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_of_a_person" ON "drafts" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "drafts_by_time" ON "drafts" USING btree ("created_at");