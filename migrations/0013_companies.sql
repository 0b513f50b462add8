CREATE TABLE `account_mergers` (
	`account` text PRIMARY KEY NOT NULL,
	`learner` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_mergers_learner` ON `account_mergers` (`learner`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`user_id` text NOT NULL,
	`public_key` text NOT NULL,
	`credential_id` text NOT NULL,
	`counter` integer NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer NOT NULL,
	`transports` text,
	`aaguid` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_user` ON `passkeys` (`user_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`user_id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`used_hash` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_codes_code_hash_unique` ON `recovery_codes` (`code_hash`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`company` text NOT NULL,
	`actor` text,
	`action` text NOT NULL,
	`subject` text,
	`facts` text NOT NULL,
	`at` integer NOT NULL,
	`is_day_only` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`company`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audit_entries_company` ON `audit_entries` (`company`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `earlier_sights` (
	`membership` text NOT NULL,
	`course` text NOT NULL,
	`done_day` text,
	`award` text,
	PRIMARY KEY(`membership`, `course`),
	FOREIGN KEY (`membership`) REFERENCES `memberships`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`award`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `earlier_sights_award` ON `earlier_sights` (`award`);--> statement-breakpoint
CREATE TABLE `openings` (
	`company` text NOT NULL,
	`manager` text NOT NULL,
	`day` text NOT NULL,
	`team` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`company`, `manager`, `day`, `team`),
	FOREIGN KEY (`company`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `openings_day` ON `openings` (`day`);--> statement-breakpoint
CREATE TABLE `team_managers` (
	`team` text NOT NULL,
	`membership` text NOT NULL,
	PRIMARY KEY(`team`, `membership`),
	FOREIGN KEY (`team`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`membership`) REFERENCES `memberships`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `team_managers_membership` ON `team_managers` (`membership`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`company` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`company`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_by_name` ON `teams` (`company`,`name_key`);--> statement-breakpoint
DROP INDEX `awards_once`;--> statement-breakpoint
ALTER TABLE `awards` ADD `merged_at` integer;--> statement-breakpoint
ALTER TABLE `awards` ADD `same_as` text;--> statement-breakpoint
CREATE UNIQUE INDEX `awards_once` ON `awards` (`learner`,`badge`) WHERE same_as is null;--> statement-breakpoint
ALTER TABLE `companies` ADD `reopen_until` integer;--> statement-breakpoint
ALTER TABLE `companies` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `companies` ADD `contact_name` text;--> statement-breakpoint
ALTER TABLE `companies` ADD `contact_reach` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `uses` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `email` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `name` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `team` text REFERENCES `teams`(`id`) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `invitations` ADD `on_behalf` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `sent_at` integer;--> statement-breakpoint
ALTER TABLE `invitations` ADD `sends` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `declined_at` integer;--> statement-breakpoint
ALTER TABLE `invitations` ADD `used_at` integer;--> statement-breakpoint
ALTER TABLE `invitations` ADD `membership` text;--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_email` ON `invitations` (`company`,`email`) WHERE email is not null and revoked_at is null and used_at is null;--> statement-breakpoint
ALTER TABLE `memberships` ADD `closed_with` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `team` text REFERENCES `teams`(`id`) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `memberships` ADD `on_behalf` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `own_name` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `named_by` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `named_at` integer;--> statement-breakpoint
ALTER TABLE `memberships` ADD `terms_at` integer;--> statement-breakpoint
ALTER TABLE `memberships` ADD `declined_terms` integer;--> statement-breakpoint
ALTER TABLE `memberships` ADD `seen_from` integer;--> statement-breakpoint
ALTER TABLE `course_completions` ADD `merged_at` integer;--> statement-breakpoint
ALTER TABLE `course_starts` ADD `merged_at` integer;--> statement-breakpoint
CREATE TRIGGER `audit_entries_stay` BEFORE UPDATE ON `audit_entries` BEGIN
	SELECT RAISE(ABORT, 'the audit log is only added to');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_kept` BEFORE DELETE ON `audit_entries` WHEN old.`at` > (unixepoch('now', '-24 months') * 1000)
	AND EXISTS (SELECT 1 FROM `companies` WHERE `id` = old.`company`) BEGIN
	SELECT RAISE(ABORT, 'the audit log is kept for 24 months');
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_team` BEFORE UPDATE OF `team`, `company` ON `memberships` WHEN new.`team` IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM `teams` WHERE `id` = new.`team` AND `company` = new.`company`) BEGIN
	SELECT RAISE(ABORT, 'a team of another company');
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_join_team` BEFORE INSERT ON `memberships` WHEN new.`team` IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM `teams` WHERE `id` = new.`team` AND `company` = new.`company`) BEGIN
	SELECT RAISE(ABORT, 'a team of another company');
END;
--> statement-breakpoint
CREATE TRIGGER `invitations_team` BEFORE INSERT ON `invitations` WHEN new.`team` IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM `teams` WHERE `id` = new.`team` AND `company` = new.`company`) BEGIN
	SELECT RAISE(ABORT, 'a team of another company');
END;
--> statement-breakpoint
CREATE TRIGGER `team_managers_belong` BEFORE INSERT ON `team_managers`
	WHEN NOT EXISTS (SELECT 1 FROM `teams` t JOIN `memberships` m ON m.`company` = t.`company`
		WHERE t.`id` = new.`team` AND m.`id` = new.`membership` AND m.`left_at` IS NULL) BEGIN
	SELECT RAISE(ABORT, 'only a member runs a team');
END;
--> statement-breakpoint
CREATE TRIGGER `memberships_run_no_team` AFTER UPDATE OF `left_at` ON `memberships` WHEN old.`left_at` IS NULL AND new.`left_at` IS NOT NULL
	AND new.`removed_by` IS NULL AND new.`closed_with` = 0 BEGIN
	DELETE FROM `team_managers` WHERE `membership` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `course_starts_own_again` AFTER UPDATE OF `last_at` ON `course_starts` WHEN old.`merged_at` IS NOT NULL AND new.`last_at` > old.`last_at` BEGIN
	UPDATE `course_starts` SET `merged_at` = NULL WHERE `learner` = new.`learner` AND `course` = new.`course`;
END;
--> statement-breakpoint
CREATE TRIGGER `openings_follow` AFTER UPDATE OF `team` ON `memberships` WHEN old.`team` IS NOT NULL AND old.`team` IS NOT new.`team` BEGIN
	INSERT INTO `openings` (`company`, `manager`, `day`, `team`)
		SELECT `company`, `manager`, `day`, new.`id` FROM `openings` WHERE `company` = new.`company` AND `team` = old.`team`
			AND `day` >= date(new.`joined_at` / 1000, 'unixepoch', '+1 hour')
			AND `day` >= coalesce((SELECT date(max(`at`) / 1000, 'unixepoch', '+1 hour') FROM `audit_entries`
				WHERE `company` = new.`company` AND `action` = 'team-changed' AND `subject` = new.`id`), '')
		ON CONFLICT DO NOTHING;
END;
