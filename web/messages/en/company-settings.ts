/** The company's own pages: its details, its contact, closing it. */
export const companySettings = {
  'company.nav.team': 'Overview',
  'company.nav.members': 'People',
  'company.nav.invitations': 'Invite',
  'company.nav.settings': 'The company',
} as const
