ALTER TABLE `people` ADD `back_since` integer;--> statement-breakpoint
CREATE INDEX `people_back` ON `people` (`back_since`,`id`) WHERE "people"."back_since" is not null;