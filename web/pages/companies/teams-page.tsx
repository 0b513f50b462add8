import { pageAssets } from 'virtual:page-assets'

import type { NameFault } from '../../../worker/accounts/rules.ts'
import type { ListedTeam } from '../../../worker/companies/teams/read-teams.ts'
import { urls } from '../../urls.ts'
import { CompanyNav } from '../../components/company-nav.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { FieldError } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { listOf } from './list-of.ts'

/** What was wrong with a team's name, or with there being one more. */
export type TeamFault = NameFault | 'team-name' | 'teams'

interface TeamsPageProps {
  frame: LateFrame
  company: { id: string; name: string; role: string }
  teams: ListedTeam[]
  /** The form of the new team: sent twice, it makes one. */
  formKey: string
  /** The form that came back: of a team, or of the new one. */
  again: { team: string | undefined; typed: string; fault: TeamFault } | undefined
}

/** The teams of a company, each with its name to change, and a new one. */
export function TeamsPage(props: TeamsPageProps) {
  const { frame, company, teams, again } = props
  const { t, locale } = frame
  const fault = again && faultInWords(frame, again.fault)
  return (
    <Layout
      frame={frame}
      styles={pageAssets.companyStyles}
      title={t('teams.title')}
      noindex
      isFault={again !== undefined}
    >
      <CompanyNav frame={frame} company={company} role={company.role} current="members" />
      <main id="content" tabindex={-1}>
        <div class="sum f-birch">
          <div class="wrap">
            <p>
              <a href={urls.members(locale, company.id)}>{t('members.title')}</a> · {company.name}
            </p>
            <h1>{t('teams.title')}</h1>
            <p class="lead">{t('teams.lead')}</p>
          </div>
        </div>
        <section class="section">
          <div class="wrap stack">
            {fault ? (
              <ErrorSummary
                title={t('company.fault.summary')}
                faults={[{ field: fieldOf(again.team), text: `${t('teams.name')}: ${fault}` }]}
              />
            ) : null}
            {teams.length === 0 ? <p>{t('teams.none')}</p> : null}
            {teams.map((team) => (
              <Team {...props} team={team} />
            ))}
            {teams.length > 0 ? <p class="soft">{t('teams.how')}</p> : null}
          </div>
        </section>
        <section class="section f-sunk" aria-labelledby="new">
          <div class="wrap stack">
            <h2 id="new">{t('teams.new')}</h2>
            <NameForm {...props} action={urls.teams(locale, company.id)} name="" />
          </div>
        </section>
      </main>
    </Layout>
  )
}

function Team(props: TeamsPageProps & { team: ListedTeam }) {
  const { frame, company, team, again } = props
  const { t, locale } = frame
  const managers = team.managers.length > 0 ? t('teams.managers', { names: listOf(team.managers, locale) }) : undefined
  return (
    <details class="reveal" open={again?.team === team.id}>
      <summary>
        <span>
          <b class="long-name">{team.name}</b> · {t('teams.members', { count: team.members })}
        </span>
      </summary>
      <p>
        {managers ?? t('teams.no-managers')}{' '}
        <a href={urls.members(locale, company.id, { team: team.id })}>
          {t('teams.see')}
          <span class="vh"> {team.name}</span>
        </a>
      </p>
      <NameForm {...props} action={urls.team(locale, company.id, team.id)} name={team.name} team={team.id} />
      <p>
        <a href={urls.teamEnding(locale, company.id, team.id)}>
          {t('teams.end')}
          <span class="vh"> {team.name}</span>
        </a>
      </p>
    </details>
  )
}

function NameForm({
  frame,
  again,
  formKey,
  action,
  name,
  team,
}: TeamsPageProps & { action: string; name: string; team?: string }) {
  const { t } = frame
  const isBack = again !== undefined && again.team === team
  const error = isBack ? faultInWords(frame, again.fault) : undefined
  const id = fieldOf(team)
  return (
    <form class="form" method="post" action={action}>
      {team ? null : <input type="hidden" name="key" value={formKey} />}
      <div class="field">
        <label for={id}>{t('teams.name')}</label>
        {error ? <FieldError name={id} error={error} /> : null}
        <input
          class="input"
          id={id}
          name="name"
          value={isBack ? again.typed : name}
          required
          autocomplete="off"
          {...(error ? { 'aria-describedby': `${id}-error`, 'aria-invalid': 'true' as const } : {})}
        />
      </div>
      <button class={team ? 'button button--plain' : 'button'}>
        {t(team ? 'teams.rename' : 'teams.make')} {team ? null : <Icon name="arrow" />}
      </button>
    </form>
  )
}

function fieldOf(team: string | undefined): string {
  return team ? `name-${team}` : 'name'
}

function faultInWords({ t }: LateFrame, fault: TeamFault): string {
  return fault === 'team-name' || fault === 'teams' ? t(`teams.fault.${fault}`) : t(`company.fault.${fault}`)
}
