ALTER TABLE "people" ADD COLUMN "back_since" timestamptz(3);--> statement-breakpoint
CREATE INDEX "people_back" ON "people" USING btree ("back_since","id") WHERE "people"."back_since" is not null;