CREATE TABLE `remarkings` (
	`learner` text NOT NULL,
	`attempt` text NOT NULL,
	`course` text NOT NULL,
	`question` text NOT NULL,
	`score` integer NOT NULL,
	`passed` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`learner`, `attempt`, `question`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`learner`,`attempt`) REFERENCES `submissions`(`learner`,`attempt`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `remarkings_course` ON `remarkings` (`course`,`question`);--> statement-breakpoint
CREATE INDEX `submissions_in_time` ON `submissions` (`course`,`at`,`learner`,`attempt`);