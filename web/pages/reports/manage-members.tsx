import type { Member } from '../../../worker/reports/rules.ts'
import { urls } from '../../../worker/urls.ts'
import type { Frame } from '../../frame.ts'

interface ManageMembersProps {
  frame: Frame
  company: { id: string; role: 'owner' | 'manager' | 'member' }
  members: Member[]
  open: boolean
}

const roles = ['owner', 'manager', 'member'] as const

/** Roles, by an owner; removal, by an owner or manager. Not for oneself: that is leaving. */
export function ManageMembers({ frame, company, members, open }: ManageMembersProps) {
  const { t, locale } = frame
  const others = members.filter((member) => !member.isViewer)
  if (others.length === 0) return null
  if (!open) {
    return (
      <section class="section">
        <p class="wrap">
          <a href={`${urls.company(locale, company.id)}?manage=1#manage`}>{t('team.manage')}</a>
        </p>
      </section>
    )
  }
  return (
    <section class="section" aria-labelledby="manage">
      <div class="wrap stack">
        <h2 id="manage">{t('team.manage')}</h2>
        <p>{t('team.manage.note')}</p>
        <ul class="stack">
          {others.map((member) => (
            <ManagedMember frame={frame} company={company} member={member} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function ManagedMember({
  frame: { t, locale },
  company,
  member,
}: {
  frame: Frame
  company: ManageMembersProps['company']
  member: Member
}) {
  const action = urls.member(locale, company.id, member.id)
  return (
    <li class="managed">
      <strong>{member.name}</strong>
      {company.role === 'owner' ? (
        <form class="buttons" method="post" action={action}>
          <label class="vh" for={`role-${member.id}`}>
            {t('team.manage.role', { name: member.name })}
          </label>
          <select class="select" id={`role-${member.id}`} name="role">
            {roles.map((role) => (
              <option value={role} selected={role === member.role}>
                {t(`team.role.${role}`)}
              </option>
            ))}
          </select>
          <button class="button button--plain" name="do" value="role">
            {t('team.manage.save')}
          </button>
        </form>
      ) : null}
      {member.role === 'owner' ? null : (
        <form method="post" action={action}>
          <button class="button button--plain" name="do" value="remove">
            {t('team.manage.remove', { name: member.name })}
          </button>
        </form>
      )}
    </li>
  )
}
