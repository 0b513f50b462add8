CREATE TABLE `codes` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject` text NOT NULL,
	`email` text NOT NULL,
	`browser` text NOT NULL,
	`account` text,
	`source` text,
	`code_hash` text NOT NULL,
	`link_hash` text,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`guessed_at` integer,
	`replaced_at` integer,
	`used_at` integer,
	`used_by` text,
	FOREIGN KEY (`account`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codes_link` ON `codes` (`link_hash`);--> statement-breakpoint
CREATE INDEX `codes_email` ON `codes` (`email`,`sent_at`);--> statement-breakpoint
CREATE INDEX `codes_source` ON `codes` (`source`,`sent_at`);--> statement-breakpoint
CREATE INDEX `codes_browser` ON `codes` (`browser`,`subject`);--> statement-breakpoint
CREATE INDEX `codes_account` ON `codes` (`account`);--> statement-breakpoint
CREATE TABLE `removed_addresses` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`user_id` text NOT NULL,
	`verified_at` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `removed_addresses_user` ON `removed_addresses` (`user_id`);--> statement-breakpoint
CREATE TABLE `company_events` (
	`id` text PRIMARY KEY NOT NULL,
	`company` text NOT NULL,
	`kind` text NOT NULL,
	`member` text,
	`at` integer NOT NULL,
	`told_at` integer,
	FOREIGN KEY (`company`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `company_events_company` ON `company_events` (`company`,`at`);--> statement-breakpoint
CREATE INDEX `company_events_untold` ON `company_events` (`at`) WHERE told_at is null;--> statement-breakpoint
CREATE TABLE `question_places` (
	`version` text NOT NULL,
	`page` text NOT NULL,
	PRIMARY KEY(`version`, `page`),
	FOREIGN KEY (`version`) REFERENCES `question_versions`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reissues` (
	`id` text PRIMARY KEY NOT NULL,
	`award` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`award`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reissues_award` ON `reissues` (`award`,`at`);--> statement-breakpoint
CREATE TABLE `scheduled_runs` (
	`job` text PRIMARY KEY NOT NULL,
	`ended_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `kept_forms` (
	`who` text PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`page` text NOT NULL,
	`fields` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `requirements` (
	`subject` text PRIMARY KEY NOT NULL,
	`asked` text NOT NULL,
	`cursor` text
);
--> statement-breakpoint
ALTER TABLE `users` ADD `email_since` integer;--> statement-breakpoint
ALTER TABLE `companies` ADD `closes_at` integer;--> statement-breakpoint
ALTER TABLE `companies` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `memberships` ADD `removed_by` text;--> statement-breakpoint
CREATE INDEX `memberships_owners` ON `memberships` (`company`) WHERE left_at is null and role = 'owner';--> statement-breakpoint
CREATE INDEX `memberships_removed` ON `memberships` (`company`,`left_at`) WHERE removed_by is not null;--> statement-breakpoint
ALTER TABLE `mails` ADD `is_last` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `mails_recipient` ON `mails` (`recipient`,`created_at`);
--> statement-breakpoint
INSERT OR IGNORE INTO `question_places` (`version`, `page`)
SELECT v.`version`, json_extract(l.value, '$.id')
FROM `question_versions` v
JOIN `course_versions` c ON c.`course` = v.`course`
JOIN json_each(c.`lessons`) l
JOIN json_each(l.value, '$.questions') q ON q.value = v.`question`;
--> statement-breakpoint
INSERT OR IGNORE INTO `question_places` (`version`, `page`)
SELECT `version`, 'badge' FROM `question_versions` WHERE `version` NOT IN (SELECT `version` FROM `question_places`);
--> statement-breakpoint
CREATE TRIGGER `credentials_holder` BEFORE UPDATE OF `holder` ON `credentials` WHEN new.`holder` IS NOT NULL AND (
	length(new.`holder`) > 80 OR trim(new.`holder`) = ''
	OR new.`holder` GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || char(8234) || '-' || char(8238) || char(8294) || '-' || char(8297) || ']*'
) BEGIN
	SELECT raise(ABORT, 'no name of a holder');
END;
--> statement-breakpoint
UPDATE `memberships` SET `role` = 'owner' WHERE `left_at` IS NULL
	AND `id` = (SELECT h.`id` FROM `memberships` h WHERE h.`company` = `memberships`.`company` AND h.`left_at` IS NULL AND h.`role` = 'manager' ORDER BY h.`joined_at`, h.`id` LIMIT 1)
	AND NOT EXISTS (SELECT 1 FROM `memberships` o WHERE o.`company` = `memberships`.`company` AND o.`left_at` IS NULL AND o.`role` = 'owner');
--> statement-breakpoint
CREATE TRIGGER `companies_closed` AFTER UPDATE OF `closed_at` ON `companies` WHEN old.`closed_at` IS NULL AND new.`closed_at` IS NOT NULL BEGIN
	UPDATE `invitations` SET `revoked_at` = new.`closed_at` WHERE `company` = new.`id` AND `revoked_at` IS NULL;
	UPDATE `memberships` SET `left_at` = new.`closed_at` WHERE `company` = new.`id` AND `left_at` IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER `companies_closing` AFTER UPDATE OF `closes_at` ON `companies` WHEN old.`closes_at` IS NULL AND new.`closes_at` IS NOT NULL BEGIN
	UPDATE `invitations` SET `revoked_at` = unixepoch() * 1000 WHERE `company` = new.`id` AND `revoked_at` IS NULL;
	INSERT INTO `company_events` (`id`, `company`, `kind`, `at`) VALUES (lower(hex(randomblob(16))), new.`id`, 'closing', unixepoch() * 1000);
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_need_owner` BEFORE INSERT ON `memberships` WHEN new.`left_at` IS NULL BEGIN
	SELECT RAISE(ABORT, 'the company is closed') WHERE EXISTS (SELECT 1 FROM `companies` WHERE `id` = new.`company` AND `closed_at` IS NOT NULL);
	SELECT RAISE(ABORT, 'a company has an owner') WHERE new.`role` <> 'owner'
		AND NOT EXISTS (SELECT 1 FROM `memberships` o WHERE o.`company` = new.`company` AND o.`left_at` IS NULL AND o.`role` = 'owner');
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_keep_owner` BEFORE UPDATE OF `role`, `left_at`, `company` ON `memberships` WHEN old.`role` = 'owner' AND old.`left_at` IS NULL
	AND (new.`role` <> 'owner' OR new.`left_at` IS NOT NULL OR new.`company` <> old.`company`) BEGIN
	SELECT RAISE(ABORT, 'a company has an owner') WHERE
		NOT EXISTS (SELECT 1 FROM `memberships` o WHERE o.`company` = old.`company` AND o.`left_at` IS NULL AND o.`role` = 'owner' AND o.`id` <> old.`id`)
		AND NOT EXISTS (SELECT 1 FROM `companies` WHERE `id` = old.`company` AND `closed_at` IS NOT NULL)
		AND (new.`left_at` IS NULL OR EXISTS (SELECT 1 FROM `memberships` o WHERE o.`company` = old.`company` AND o.`left_at` IS NULL AND o.`id` <> old.`id`));
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_return` BEFORE UPDATE OF `left_at`, `company` ON `memberships` WHEN new.`left_at` IS NULL AND (old.`left_at` IS NOT NULL OR new.`company` <> old.`company`) BEGIN
	SELECT RAISE(ABORT, 'the company is closed') WHERE EXISTS (SELECT 1 FROM `companies` WHERE `id` = new.`company` AND `closed_at` IS NOT NULL);
	SELECT RAISE(ABORT, 'a company has an owner') WHERE new.`role` <> 'owner'
		AND NOT EXISTS (SELECT 1 FROM `memberships` o WHERE o.`company` = new.`company` AND o.`left_at` IS NULL AND o.`role` = 'owner');
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_last_left` AFTER UPDATE OF `left_at` ON `memberships` WHEN old.`left_at` IS NULL AND new.`left_at` IS NOT NULL BEGIN
	UPDATE `companies` SET `closed_at` = new.`left_at` WHERE `id` = new.`company` AND `closed_at` IS NULL
		AND NOT EXISTS (SELECT 1 FROM `memberships` o WHERE o.`company` = new.`company` AND o.`left_at` IS NULL);
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_inherit` AFTER DELETE ON `memberships` WHEN old.`left_at` IS NULL
	AND NOT EXISTS (SELECT 1 FROM `memberships` o WHERE o.`company` = old.`company` AND o.`left_at` IS NULL AND o.`role` = 'owner') BEGIN
	INSERT INTO `company_events` (`id`, `company`, `kind`, `member`, `at`)
		SELECT lower(hex(randomblob(16))), h.`company`, 'owner-inherited', h.`id`, unixepoch() * 1000 FROM `memberships` h JOIN `companies` c ON c.`id` = h.`company`
		WHERE h.`company` = old.`company` AND h.`left_at` IS NULL AND h.`role` = 'manager' ORDER BY h.`joined_at`, h.`id` LIMIT 1;
	UPDATE `memberships` SET `role` = 'owner' WHERE `id` = (SELECT h.`id` FROM `memberships` h
		WHERE h.`company` = old.`company` AND h.`left_at` IS NULL AND h.`role` = 'manager' ORDER BY h.`joined_at`, h.`id` LIMIT 1);
	UPDATE `companies` SET `closed_at` = unixepoch() * 1000 WHERE `id` = old.`company` AND `closed_at` IS NULL
		AND NOT EXISTS (SELECT 1 FROM `memberships` o WHERE o.`company` = old.`company` AND o.`left_at` IS NULL);
	UPDATE `companies` SET `closes_at` = (unixepoch() + 30 * 86400) * 1000 WHERE `id` = old.`company` AND `closed_at` IS NULL AND `closes_at` IS NULL
		AND NOT EXISTS (SELECT 1 FROM `memberships` o WHERE o.`company` = old.`company` AND o.`left_at` IS NULL AND o.`role` = 'owner');
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_owner_again` AFTER UPDATE OF `role`, `left_at` ON `memberships` WHEN new.`role` = 'owner' AND new.`left_at` IS NULL BEGIN
	UPDATE `companies` SET `closes_at` = NULL WHERE `id` = new.`company` AND `closes_at` IS NOT NULL;
END;
--> statement-breakpoint
UPDATE `companies` SET `closed_at` = unixepoch() * 1000 WHERE NOT EXISTS (SELECT 1 FROM `memberships` m WHERE m.`company` = `companies`.`id` AND m.`left_at` IS NULL);
--> statement-breakpoint
UPDATE `companies` SET `closes_at` = (unixepoch() + 30 * 86400) * 1000 WHERE `closed_at` IS NULL
	AND NOT EXISTS (SELECT 1 FROM `memberships` m WHERE m.`company` = `companies`.`id` AND m.`left_at` IS NULL AND m.`role` = 'owner');
