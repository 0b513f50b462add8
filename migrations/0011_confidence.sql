ALTER TABLE `answers` ADD `confidence` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `hints` integer;--> statement-breakpoint
ALTER TABLE `answers` ADD `text` text;--> statement-breakpoint
ALTER TABLE `latest_answers` ADD `confidence` text;--> statement-breakpoint
ALTER TABLE `latest_answers` ADD `first_confidence` text;--> statement-breakpoint
ALTER TABLE `latest_answers` ADD `first_correct` integer;--> statement-breakpoint
ALTER TABLE `submissions` ADD `text` text;