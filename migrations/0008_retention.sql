CREATE TABLE `absences` (
	`learner` text PRIMARY KEY NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer,
	`goes_on` text NOT NULL,
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `absences_day` ON `absences` (`goes_on`);--> statement-breakpoint
CREATE TABLE `lapses` (
	`account` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lapses_at` ON `lapses` (`at`);--> statement-breakpoint
CREATE TABLE `retention_cursors` (
	`clock` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL,
	`learner` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `awards` ALTER COLUMN `learner` TO `learner` text;--> statement-breakpoint
ALTER TABLE `awards` ADD `kept_until` integer;--> statement-breakpoint
ALTER TABLE `awards` ADD `return_hash` text;--> statement-breakpoint
CREATE INDEX `awards_kept` ON `awards` (`kept_until`) WHERE kept_until is not null;--> statement-breakpoint
ALTER TABLE `users` ADD `seen_at` integer;--> statement-breakpoint
CREATE INDEX `users_seen` ON `users` (`seen_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_expires` ON `invitations` (`expires_at`);--> statement-breakpoint
UPDATE `users` SET `seen_at` = unixepoch() * 1000;--> statement-breakpoint
INSERT INTO `scheduled_runs` (`job`, `ended_at`) VALUES ('retention', unixepoch() * 1000);--> statement-breakpoint
CREATE TRIGGER `users_begin_seen` AFTER INSERT ON `users` WHEN new.`seen_at` IS NULL BEGIN
	UPDATE `users` SET `seen_at` = new.`created_at` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `sessions_begin_seen` AFTER INSERT ON `sessions` BEGIN
	UPDATE `users` SET `seen_at` = max(coalesce(`seen_at`, 0), new.`updated_at`) WHERE `id` = new.`user_id`;
	DELETE FROM `absences` WHERE `learner` = new.`user_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `sessions_used_seen` AFTER UPDATE OF `updated_at` ON `sessions` BEGIN
	UPDATE `users` SET `seen_at` = max(coalesce(`seen_at`, 0), new.`updated_at`) WHERE `id` = new.`user_id`;
	DELETE FROM `absences` WHERE `learner` = new.`user_id`;
END;
