ALTER TABLE "people" ADD COLUMN "united_with" bigint;--> statement-breakpoint
CREATE INDEX "people_united_with" ON "people" USING btree ("united_with") WHERE "people"."united_with" is not null;