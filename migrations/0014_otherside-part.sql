CREATE TABLE `__new_openings` (
	`company` text NOT NULL,
	`manager` text NOT NULL,
	`day` text NOT NULL,
	`team` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`company`, `manager`, `day`, `team`),
	FOREIGN KEY (`company`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_openings`("company", "manager", "day", "team") SELECT "company", "manager", "day", "team" FROM `openings`;--> statement-breakpoint
DROP TABLE `openings`;--> statement-breakpoint
ALTER TABLE `__new_openings` RENAME TO `openings`;--> statement-breakpoint
CREATE INDEX `openings_day` ON `openings` (`day`);
--> statement-breakpoint
CREATE TRIGGER `openings_follow` AFTER UPDATE OF `team` ON `memberships` WHEN old.`team` IS NOT NULL AND old.`team` IS NOT new.`team` BEGIN
	INSERT OR IGNORE INTO `openings` (`company`, `manager`, `day`, `team`)
		SELECT `company`, `manager`, `day`, new.`id` FROM `openings` WHERE `company` = new.`company` AND `team` = old.`team`
			AND `day` >= date(new.`joined_at` / 1000, 'unixepoch', '+1 hour')
			AND `day` >= coalesce((SELECT date(max(`at`) / 1000, 'unixepoch', '+1 hour') FROM `audit_entries`
				WHERE `company` = new.`company` AND `action` = 'team-changed' AND `subject` = new.`id`), '');
END;
