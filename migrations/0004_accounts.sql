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
ALTER TABLE `users` ADD `email_since` integer;--> statement-breakpoint
ALTER TABLE `mails` ADD `is_last` integer DEFAULT false NOT NULL;