CREATE TABLE `slow_requests` (
	`hour` integer NOT NULL,
	`route` text NOT NULL,
	`count` integer NOT NULL,
	`slowest_ms` integer NOT NULL,
	PRIMARY KEY(`hour`, `route`)
);
