CREATE TABLE `grants` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`course` text NOT NULL,
	`question` text NOT NULL,
	`version` text NOT NULL,
	`page` text NOT NULL,
	`locale` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`version`) REFERENCES `question_versions`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `remarks_newest` ON `remarks` (`at`,`id`);