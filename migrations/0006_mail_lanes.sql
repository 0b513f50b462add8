CREATE TABLE `bounces` (
	`email` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_consents` (
	`learner` text NOT NULL,
	`kind` text NOT NULL,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`learner`, `kind`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `mails_due`;--> statement-breakpoint
ALTER TABLE `mails` ADD `kind` text DEFAULT 'notice' NOT NULL;--> statement-breakpoint
ALTER TABLE `mails` ADD `lane` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `mails` ADD `owner` text REFERENCES users(id) ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE `mails` ADD `refused_at` integer;--> statement-breakpoint
CREATE INDEX `mails_waiting` ON `mails` (`lane`,`due_at`) WHERE body <> '';--> statement-breakpoint
CREATE INDEX `mails_worded` ON `mails` (`expires_at`) WHERE body <> '';--> statement-breakpoint
CREATE INDEX `mails_expires` ON `mails` (`expires_at`);--> statement-breakpoint
CREATE INDEX `mails_owner` ON `mails` (`owner`,`kind`);--> statement-breakpoint
ALTER TABLE `users` ADD `locale` text;--> statement-breakpoint
UPDATE `users` SET `locale` = (SELECT m.`locale` FROM `mails` m WHERE m.`recipient` = `users`.`email` ORDER BY m.`created_at` DESC LIMIT 1);
