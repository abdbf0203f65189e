CREATE TABLE "administrators" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"telegram_id" bigint NOT NULL,
	"added_by" bigint NOT NULL,
	"added_at" timestamptz(3) NOT NULL,
	"removed_by" bigint,
	"removed_at" timestamptz(3),
	CONSTRAINT "administrators_removed_by_somebody" CHECK (("administrators"."removed_by" is null) = ("administrators"."removed_at" is null))
);
--> statement-breakpoint
ALTER TABLE "administrators" ADD CONSTRAINT "administrators_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "administrators" ADD CONSTRAINT "administrators_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "administrators_once_at_a_time" ON "administrators" USING btree ("telegram_id") WHERE "administrators"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "administrators_by_removal" ON "administrators" USING btree ("removed_at","id") WHERE "administrators"."removed_at" is not null;