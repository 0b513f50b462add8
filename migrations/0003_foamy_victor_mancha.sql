CREATE TABLE `scheduled_runs` (
	`job` text PRIMARY KEY NOT NULL,
	`ended_at` integer NOT NULL
);
