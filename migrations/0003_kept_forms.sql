CREATE TABLE `kept_forms` (
	`who` text PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`page` text NOT NULL,
	`fields` text NOT NULL,
	`at` integer NOT NULL
);
