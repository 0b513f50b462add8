/**
 * Every column at whose values a statement about companies looks, by table: told, or only compared. Not here, and so
 * never read for a company: answers, attempts, submissions, scores, devices and sessions.
 */
export const mayBeRead: Record<string, string> = {
  companies: `id name municipality sector size contact_name contact_reach closes_at closed_at
    reopen_until merged_into`,
  terms: 'company version courses at',
  memberships: `id company learner role name name_key terms_version left_at removed_by closed_with on_behalf
    joined_at seen_from team own_name named_by named_at terms_at declined_terms`, // what is older than joining is not shown
  teams: 'id company name name_key',
  team_managers: 'team membership',
  audit_entries: 'company actor action subject facts at is_day_only',
  // What a company had seen before two accounts of one person became one.
  earlier_sights: 'membership course done_day award',
  earlier_shares: 'membership course',
  invitations: `code company created_by created_at expires_at revoked_at uses_left kind membership on_behalf declined_at
    used_at email name team sends sent_at uses`,
  // To whom a mail goes, in which language, and whose second address it is.
  users: 'id email locale',
  addresses: 'user_id email',
  // The day is told; the moment says whether it was before joining, and for that alone is looked at.
  course_starts: 'course at last_at merged_at', // how far it had come when a membership ended
  course_completions: 'at day merged_at',
  awards: 'id at day badge course course_version withdrawn_at attempt merged_at same_as',
  achievements: 'content',
  // Whoever leaves takes the days on which they looked along.
  openings: 'manager day team',
}
