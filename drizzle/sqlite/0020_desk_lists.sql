CREATE TABLE `access_states` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`access` integer NOT NULL,
	`since` integer NOT NULL,
	`request_id` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_states_by_version` ON `access_states` (`version`);--> statement-breakpoint
DROP INDEX `outbox_of_a_request`;--> statement-breakpoint
CREATE INDEX `outbox_of_a_request` ON `outbox` (`request_id`,`state`,`id`) WHERE "outbox"."request_id" is not null;--> statement-breakpoint
CREATE INDEX `requests_decided` ON `requests` (`status`,(case when "decided_at" < "submitted_at" then 3 when "decided_at" - "submitted_at" < 3600000 then 0 when "decided_at" - "submitted_at" < 86400000 then 1 when "decided_at" - "submitted_at" < 2592000000 then 2 else 3 end),`decided_at`,`id`,`submitted_at`) WHERE "requests"."decided_at" is not null;--> statement-breakpoint
CREATE INDEX `requests_decided_by` ON `requests` (`reviewed_by`,`status`,(case when "decided_at" < "submitted_at" then 3 when "decided_at" - "submitted_at" < 3600000 then 0 when "decided_at" - "submitted_at" < 86400000 then 1 when "decided_at" - "submitted_at" < 2592000000 then 2 else 3 end),`decided_at`,`id`,`submitted_at`) WHERE "requests"."reviewed_by" is not null;--> statement-breakpoint
CREATE INDEX `requests_over` ON `requests` (`status`,`submitted_at`,`id`) WHERE "requests"."status" in ('expired', 'withdrawn');--> statement-breakpoint
CREATE INDEX `requests_over_of_a_client` ON `requests` (`client_id`,`status`,`submitted_at`,`id`) WHERE "requests"."status" in ('expired', 'withdrawn');--> statement-breakpoint
-- access_states follows the history, so that what has become of somebody's access is never looked for in it.
CREATE TRIGGER `access_states_follow` AFTER INSERT ON `request_events`
WHEN (NEW.`to_status` = 'approved') <> (NEW.`from_status` IS 'approved')
BEGIN
	INSERT INTO `access_states` (`person_id`, `access`, `since`, `request_id`, `version`)
	SELECT `client_id`, NEW.`to_status` = 'approved', NEW.`at`, NEW.`request_id`, NEW.`id` FROM `requests` WHERE `id` = NEW.`request_id`
	ON CONFLICT (`person_id`) DO UPDATE SET `access` = excluded.`access`, `since` = excluded.`since`,
		`request_id` = excluded.`request_id`, `version` = excluded.`version`
	WHERE excluded.`version` > `version`;
END;
--> statement-breakpoint
INSERT INTO `access_states` (`person_id`, `access`, `since`, `request_id`, `version`)
SELECT `client_id`, `to_status` = 'approved', `at`, `request_id`, max(`request_events`.`id`)
FROM `request_events` JOIN `requests` ON `requests`.`id` = `request_id`
WHERE (`to_status` = 'approved') <> (`from_status` IS 'approved')
GROUP BY `client_id`;
