DROP TRIGGER `openings_follow`;
--> statement-breakpoint
CREATE TRIGGER `openings_follow` AFTER UPDATE OF `team` ON `memberships` WHEN old.`team` IS NOT NULL AND old.`team` IS NOT new.`team` BEGIN
	INSERT INTO `openings` (`company`, `manager`, `day`, `team`)
		SELECT `company`, `manager`, `day`, new.`id` FROM `openings` o WHERE `company` = new.`company` AND `team` = old.`team`
			AND `day` >= date(new.`joined_at` / 1000, 'unixepoch', '+1 hour')
			AND `day` >= coalesce((SELECT date(max(`at`) / 1000, 'unixepoch', '+1 hour') FROM `audit_entries`
				WHERE `company` = new.`company` AND `action` = 'team-changed' AND `subject` = new.`id`), '')
			AND NOT EXISTS (SELECT 1 FROM `openings` p WHERE p.`company` = o.`company` AND p.`manager` = o.`manager`
				AND p.`day` = o.`day` AND p.`team` = new.`id`);
END;
