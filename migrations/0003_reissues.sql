CREATE TABLE `reissues` (
	`id` text PRIMARY KEY NOT NULL,
	`award` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`award`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reissues_award` ON `reissues` (`award`,`at`);--> statement-breakpoint
CREATE TRIGGER `credentials_holder` BEFORE UPDATE OF `holder` ON `credentials` WHEN new.`holder` IS NOT NULL AND (
	length(new.`holder`) > 80 OR trim(new.`holder`) = ''
	OR new.`holder` GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || char(8234) || '-' || char(8238) || char(8294) || '-' || char(8297) || ']*'
) BEGIN
	SELECT raise(ABORT, 'no name of a holder');
END;
