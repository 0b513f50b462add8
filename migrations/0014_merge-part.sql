CREATE TABLE `account_mergers` (
	`account` text PRIMARY KEY NOT NULL,
	`learner` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_mergers_learner` ON `account_mergers` (`learner`);--> statement-breakpoint
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
ALTER TABLE `memberships` ADD `merged_at` integer;