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
