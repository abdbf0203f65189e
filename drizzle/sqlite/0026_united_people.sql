ALTER TABLE `people` ADD `united_with` integer;--> statement-breakpoint
CREATE INDEX `people_united_with` ON `people` (`united_with`) WHERE "people"."united_with" is not null;