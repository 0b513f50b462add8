import type { LateFrame } from '../frame.ts'
import { urls } from '../urls.ts'

type CompanyPlace = 'team' | 'members' | 'invitations' | 'settings'

interface CompanyNavProps {
  frame: LateFrame
  company: { id: string; name: string }
  /** The viewer's role. Who runs a team sees the team and its people, and nothing else of the company's. */
  role: string
  /** The page that this is, or belongs to. */
  current?: CompanyPlace | undefined
}

const ofCompany: readonly CompanyPlace[] = ['team', 'members', 'invitations', 'settings']
const ofTeams: readonly CompanyPlace[] = ['team', 'members']

/** The way between a company's pages, for those who run it or a team of it. */
export function CompanyNav({ frame: { t, locale }, company, role, current }: CompanyNavProps) {
  const places = role === 'owner' || role === 'manager' ? ofCompany : ofTeams
  return (
    <nav class="local no-print" aria-label={company.name}>
      <div class="wrap">
        <ul>
          {places.map((place) => (
            <li>
              <a href={hrefs[place](locale, company.id)} {...(place === current ? { 'aria-current': 'page' } : {})}>
                {t(`company.nav.${place}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}

const hrefs = {
  team: urls.company,
  members: urls.members,
  invitations: urls.invitations,
  settings: urls.companySettings,
} as const satisfies Record<CompanyPlace, unknown>
