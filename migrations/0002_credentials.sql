CREATE TABLE `achievements` (
	`badge` text NOT NULL,
	`version` text NOT NULL,
	`content` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	PRIMARY KEY(`badge`, `version`)
);
--> statement-breakpoint
CREATE INDEX `achievements_newest` ON `achievements` (`badge`,`first_seen_at`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`award` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`issue` integer DEFAULT 0 NOT NULL,
	`valid_from` integer NOT NULL,
	`holder` text,
	`email_hash` text,
	`email_salt` text,
	`status_list` integer,
	`status_index` integer,
	`key` text,
	`json` text,
	`jwt` text,
	FOREIGN KEY (`award`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credentials_unsigned` ON `credentials` (`valid_from`) WHERE json is null;--> statement-breakpoint
CREATE INDEX `credentials_key` ON `credentials` (`key`);--> statement-breakpoint
CREATE TABLE `revoked_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `status_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`list` integer NOT NULL,
	`idx` integer NOT NULL,
	`is_revoked` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `status_entries_once` ON `status_entries` (`list`,`idx`);--> statement-breakpoint
CREATE INDEX `status_entries_revoked` ON `status_entries` (`list`) WHERE is_revoked = 1;--> statement-breakpoint
CREATE TABLE `status_lists` (
	`list` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`signed` integer DEFAULT 0 NOT NULL,
	`json` text
);
--> statement-breakpoint
ALTER TABLE `awards` ADD `withdrawn_at` integer;--> statement-breakpoint
CREATE TRIGGER `credentials_revoked` AFTER DELETE ON `credentials` WHEN old.`status_list` IS NOT NULL BEGIN
	UPDATE `status_entries` SET `is_revoked` = 1 WHERE `list` = old.`status_list` AND `idx` = old.`status_index`;
	UPDATE `status_lists` SET `revision` = `revision` + 1 WHERE `list` = old.`status_list`;
END;
--> statement-breakpoint
INSERT INTO `credentials` (`award`, `subject`, `valid_from`)
	SELECT `id`, 'urn:uuid:' || lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), unixepoch(`day`) * 1000 - 3600000 FROM `awards`;
