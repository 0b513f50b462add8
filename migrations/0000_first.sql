CREATE TABLE `addresses` (
	`email` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`verified_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `addresses_user` ON `addresses` (`user_id`);--> statement-breakpoint
CREATE TABLE `code_guesses` (
	`identifier` text PRIMARY KEY NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`sent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `limits` (
	`subject` text NOT NULL,
	`window` integer NOT NULL,
	`uses` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`subject`, `window`)
);
--> statement-breakpoint
CREATE TABLE `logins` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `logins_user` ON `logins` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `awards` (
	`id` text PRIMARY KEY NOT NULL,
	`learner` text NOT NULL,
	`badge` text NOT NULL,
	`course` text NOT NULL,
	`course_version` text NOT NULL,
	`attempt` text NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `awards_once` ON `awards` (`learner`,`badge`);--> statement-breakpoint
CREATE INDEX `awards_course` ON `awards` (`learner`,`course`);--> statement-breakpoint
CREATE TABLE `companies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`municipality` text NOT NULL,
	`sector` text NOT NULL,
	`size` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `earlier_shares` (
	`membership` text NOT NULL,
	`course` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`membership`, `course`),
	FOREIGN KEY (`membership`) REFERENCES `memberships`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`code` text PRIMARY KEY NOT NULL,
	`company` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`uses_left` integer,
	FOREIGN KEY (`company`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invitations_company` ON `invitations` (`company`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`company` text NOT NULL,
	`learner` text NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`terms_version` integer NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	FOREIGN KEY (`company`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company`,`terms_version`) REFERENCES `terms`(`company`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_once` ON `memberships` (`company`,`learner`) WHERE left_at is null;--> statement-breakpoint
CREATE INDEX `memberships_learner` ON `memberships` (`learner`);--> statement-breakpoint
CREATE INDEX `memberships_by_name` ON `memberships` (`company`,`name_key`,`id`) WHERE left_at is null;--> statement-breakpoint
CREATE TABLE `terms` (
	`company` text NOT NULL,
	`version` integer NOT NULL,
	`courses` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`company`, `version`),
	FOREIGN KEY (`company`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `course_versions` (
	`course` text NOT NULL,
	`version` text NOT NULL,
	`lessons` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	PRIMARY KEY(`course`, `version`)
);
--> statement-breakpoint
CREATE TABLE `question_versions` (
	`version` text PRIMARY KEY NOT NULL,
	`course` text NOT NULL,
	`question` text NOT NULL,
	`key_hash` text NOT NULL,
	`content` text NOT NULL,
	`first_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `question_versions_question` ON `question_versions` (`course`,`question`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`sent_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `course_completions` (
	`learner` text NOT NULL,
	`course` text NOT NULL,
	`version` text NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`learner`, `course`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `course_starts` (
	`learner` text NOT NULL,
	`course` text NOT NULL,
	`at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`learner`, `course`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `lesson_completions` (
	`learner` text NOT NULL,
	`course` text NOT NULL,
	`lesson` text NOT NULL,
	`version` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`learner`, `course`, `lesson`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`learner` text NOT NULL,
	`id` text NOT NULL,
	`course` text NOT NULL,
	`lesson` text NOT NULL,
	`question` text NOT NULL,
	`version` text NOT NULL,
	`chosen` text NOT NULL,
	`correct` integer NOT NULL,
	`locale` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`learner`, `id`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version`) REFERENCES `question_versions`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_question` ON `answers` (`course`,`question`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`learner` text NOT NULL,
	`id` text NOT NULL,
	`course` text NOT NULL,
	`course_version` text NOT NULL,
	`drawn` text NOT NULL,
	`draft` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	PRIMARY KEY(`learner`, `id`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_one_open` ON `attempts` (`learner`,`course`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `attempts_course` ON `attempts` (`learner`,`course`,`opened_at`);--> statement-breakpoint
CREATE TABLE `latest_answers` (
	`learner` text NOT NULL,
	`course` text NOT NULL,
	`question` text NOT NULL,
	`lesson` text NOT NULL,
	`answer` text NOT NULL,
	`version` text NOT NULL,
	`chosen` text NOT NULL,
	`correct` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`learner`, `course`, `question`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version`) REFERENCES `question_versions`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `submissions` (
	`learner` text NOT NULL,
	`attempt` text NOT NULL,
	`course` text NOT NULL,
	`answers` text NOT NULL,
	`score` integer NOT NULL,
	`passed` integer NOT NULL,
	`locale` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`learner`, `attempt`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `submissions_course` ON `submissions` (`learner`,`course`,`at`);