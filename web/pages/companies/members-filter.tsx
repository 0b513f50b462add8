import type { Roster } from '../../../worker/companies/roster/read-roster.ts'
import { urls } from '../../urls.ts'
import type { LateFrame } from '../../frame.ts'

/** As the address says it. */
export interface RosterAsked {
  q: string | undefined
  role: string | undefined
  team: string | undefined
}

interface MembersFilterProps {
  frame: LateFrame
  roster: Roster
  search: RosterAsked
}

const roles = ['owner', 'manager', 'team-manager', 'member'] as const

/** A name, a role, a team: an address of its own, so that it works without scripts and can be kept. */
export function MembersFilter({ frame, roster, search }: MembersFilterProps) {
  const { t, locale } = frame
  const { teams } = roster
  return (
    <form
      class="filter filter--many"
      method="get"
      action={urls.members(locale, roster.company.id)}
      role="search"
      aria-label={t('members.search.label')}
    >
      <div>
        <label class="label" for="q">
          {t('members.search')}
        </label>
        <input class="input" id="q" name="q" type="search" value={search.q ?? ''} autocomplete="off" />
      </div>
      <Narrow
        name="role"
        label={t('members.role')}
        all={t('members.role.all')}
        value={search.role}
        options={roles.map((role) => ({ value: role, text: t(`members.role.${role}`) }))}
      />
      {teams.length > 0 ? (
        <Narrow
          name="team"
          label={t('members.team')}
          all={t('members.team.all')}
          value={search.team}
          options={[
            ...teams.map(({ id, name }) => ({ value: id, text: name })),
            { value: 'none', text: t('members.team.none') },
          ]}
        />
      ) : null}
      <button class="button button--plain">{t('members.show')}</button>
    </form>
  )
}

interface NarrowProps {
  name: string
  label: string
  /** The choice that narrows nothing. */
  all: string
  value: string | undefined
  options: { value: string; text: string }[]
}

function Narrow({ name, label, all, value, options }: NarrowProps) {
  return (
    <div>
      <label class="label" for={name}>
        {label}
      </label>
      <select class="select" id={name} name={name}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
