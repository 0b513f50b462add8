/** The company's own pages: its details, its contact, closing it. */
export const companySettings = {
  'company.nav.team': 'Läget',
  'company.nav.members': 'Personer',
  'company.nav.invitations': 'Bjud in',
  'company.nav.settings': 'Företaget',
} as const
