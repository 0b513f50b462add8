import { urls } from '../../urls.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Choice, Field, FieldError, Tick } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { faultWords, type MemberPageProps } from './member-page-props.ts'

const labels = {
  name: 'member.name',
  runs: 'member.team-manager',
  team: 'member.team',
  newTeam: 'member.new-team',
} as const

/** Name, role and team of a member, as far as whoever looks may change them. */
export function MemberForm(props: MemberPageProps) {
  const { frame, company, member, typed } = props
  const { t, locale } = frame
  const isKeptOwner = member.isViewer && member.isOnlyOwner
  return (
    <form class="form measure" method="post" action={urls.member(locale, company, member.id)}>
      {Object.entries(typed.shown).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={value} />,
      )}
      <ErrorSummary
        title={t('company.fault.summary')}
        faults={(Object.keys(labels) as (keyof typeof labels)[]).flatMap((field) => {
          const words = faultWords(props, field)
          return words ? [{ field, text: `${t(labels[field])}: ${words}` }] : []
        })}
      />
      <Field
        name="name"
        label={t('member.name')}
        hint={member.isViewer ? t('member.name.own-hint') : t('member.name.hint', { name: member.name })}
        value={typed.name}
        error={faultWords(props, 'name')}
        autocomplete="off"
        required
      />
      {member.viewerRole === 'owner' && !isKeptOwner ? <Roles {...props} /> : null}
      {member.viewerRole === 'owner' ? null : <p class="soft">{t('member.only-owners-do')}</p>}
      <Team {...props} />
      <Tick name="onBehalf" checked={typed.onBehalf}>
        {t('member.behalf')}
        <span class="pick__hint">{t('member.behalf.hint')}</span>
      </Tick>
      <div class="buttons">
        <button class="button">
          {t('member.save-all')} <Icon name="arrow" />
        </button>
        <a class="button button--plain" href={urls.members(locale, company)}>
          {t('member.not')}
        </a>
      </div>
    </form>
  )
}

function Roles(props: MemberPageProps) {
  const { frame, teams, typed } = props
  const { t } = frame
  const fault = faultWords(props, 'runs')
  const isTeams = typed.role === 'team-manager'
  return (
    <fieldset class="field">
      <legend class="field__legend">{t('member.role')}</legend>
      <div class="options">
        <Choice name="role" value="member" checked={typed.role === 'member'} hint={t('member.role.member')}>
          {t('team.role.member')}
        </Choice>
        {teams.length === 0 ? <p class="soft">{t('member.no-teams')}</p> : null}
        {teams.length > 0 ? (
          <Choice name="role" value="team-manager" checked={isTeams} hint={t('member.team-manager.hint')}>
            {t('member.team-manager')}
          </Choice>
        ) : null}
        {teams.length > 0 ? (
          <div
            class="options options--nested"
            role="group"
            id="runs"
            aria-label={t('member.team-manager')}
            {...(fault ? { 'aria-describedby': 'runs-error' } : {})}
          >
            {fault ? <FieldError name="runs" error={fault} /> : null}
            {teams.map(({ id, name }) => (
              <Tick name="runs" value={id} checked={typed.runs.includes(id)}>
                {name}
              </Tick>
            ))}
          </div>
        ) : null}
        <Choice name="role" value="manager" checked={typed.role === 'manager'} hint={t('member.role.manager')}>
          {t('member.whole-manager')}
        </Choice>
        <Choice name="role" value="owner" checked={typed.role === 'owner'} hint={t('member.role.owner')}>
          {t('team.role.owner')}
        </Choice>
      </div>
    </fieldset>
  )
}

/** A team that there is, or a new one. */
function Team(props: MemberPageProps) {
  const { frame, teams, typed } = props
  const { t } = frame
  const error = faultWords(props, 'team')
  return (
    <>
      {teams.length > 0 ? (
        <div class="field">
          <label for="team">{t('member.team')}</label>
          {error ? <FieldError name="team" error={error} /> : null}
          <select
            class="input"
            id="team"
            name="team"
            {...(error ? { 'aria-describedby': 'team-error', 'aria-invalid': 'true' as const } : {})}
          >
            <option value="">{t('members.team.none')}</option>
            {teams.map(({ id, name }) => (
              <option value={id} selected={id === typed.team}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <Field
        name="newTeam"
        label={t('member.new-team')}
        hint={t('member.new-team.hint')}
        value={typed.newTeam}
        error={faultWords(props, 'newTeam')}
        autocomplete="off"
      />
    </>
  )
}
