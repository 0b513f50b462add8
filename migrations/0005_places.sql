CREATE TABLE `question_places` (
	`version` text NOT NULL,
	`page` text NOT NULL,
	PRIMARY KEY(`version`, `page`),
	FOREIGN KEY (`version`) REFERENCES `question_versions`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `requirements` (
	`subject` text PRIMARY KEY NOT NULL,
	`asked` text NOT NULL,
	`cursor` text
);

--> statement-breakpoint
INSERT OR IGNORE INTO `question_places` (`version`, `page`)
SELECT v.`version`, json_extract(l.value, '$.id')
FROM `question_versions` v
JOIN `course_versions` c ON c.`course` = v.`course`
JOIN json_each(c.`lessons`) l
JOIN json_each(l.value, '$.questions') q ON q.value = v.`question`;
--> statement-breakpoint
INSERT OR IGNORE INTO `question_places` (`version`, `page`)
SELECT `version`, 'badge' FROM `question_versions` WHERE `version` NOT IN (SELECT `version` FROM `question_places`);
