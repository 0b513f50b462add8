DROP TABLE `kept_forms`;--> statement-breakpoint
CREATE TABLE `kept_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`who` text NOT NULL,
	`kind` text NOT NULL,
	`path` text NOT NULL,
	`page` text NOT NULL,
	`fields` text NOT NULL,
	`at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `kept_forms_who` ON `kept_forms` (`who`);
