import type { Member } from '../../../worker/reports/rules.ts'
import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import type { Frame } from '../../frame.ts'

interface ManageMembersProps {
  frame: Frame
  company: string
  members: Member[]
  open: boolean
}

/** The way to each member's role and removal. */
export function ManageMembers({ frame: { t, locale }, company, members, open }: ManageMembersProps) {
  if (members.every((member) => member.isViewer)) return null
  if (!open) {
    return (
      <section class="section">
        <p class="wrap">
          <a href={`${urls.company(locale, company)}?manage=1#manage`}>{t('team.manage')}</a>
        </p>
      </section>
    )
  }
  return (
    <section class="section" aria-labelledby="manage">
      <div class="wrap stack">
        <h2 id="manage">{t('team.manage')}</h2>
        <p>{t('team.manage.note')}</p>
        <ul class="files">
          {members.map((member) => (
            <li>
              <a href={urls.member(locale, company, member.id)}>
                <Icon name="arrow" />
                <span class="long-name">
                  <b>{member.name}</b>
                  <small>{t(`team.role.${member.role}`)}</small>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
