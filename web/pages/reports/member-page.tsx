import { pageAssets } from 'virtual:page-assets'

import type { MemberView } from '../../../worker/companies/members/store.ts'
import { urls } from '../../urls.ts'
import { CompanyNav } from '../../components/company-nav.tsx'
import { Choice } from '../../components/field.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { Frame } from '../../frame.ts'
import { ProblemSummary, type SignInProblem } from '../accounts/sign-in-page.tsx'

interface MemberPageProps {
  frame: Frame
  company: string
  member: MemberView
  problem?: MemberProblem | undefined
}

/** Why the role stays: the only owner tried to be something else, or no code could be mailed. */
export type MemberProblem = 'last-owner' | Exclude<SignInProblem, 'invalid'>

const roles = ['owner', 'manager', 'member'] as const

/** One member: the role, by an owner; and the way to the question about removal. */
export function MemberPage(props: MemberPageProps) {
  const { frame, company, member, problem } = props
  const { t, locale } = frame
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={member.name} noindex isFault={problem !== undefined}>
      <CompanyNav
        frame={frame}
        company={{ id: company, name: member.company }}
        role={member.viewerRole}
        current="members"
      />
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <p>
              <a href={`${urls.company(locale, company)}?manage=1#manage`}>{t('member.back')}</a>
            </p>
            <h1 class="long-name">{member.name}</h1>
            {member.isViewer ? <p class="lead">{t('member.you')}</p> : null}
            {problem && problem !== 'last-owner' ? <ProblemSummary frame={frame} problem={problem} inField="" /> : null}
            {problem === 'last-owner' ? (
              <Notice title={t('member.last-owner')} alarm>
                <p>{t('member.last-owner.text')}</p>
              </Notice>
            ) : null}
            {member.viewerRole === 'owner' ? <RoleForm {...props} /> : <p>{t('member.only-owners')}</p>}
          </div>
        </section>
        <Removal {...props} />
      </main>
    </Layout>
  )
}

function RoleForm({ frame: { t, locale }, company, member }: MemberPageProps) {
  return (
    <form class="form" method="post" action={urls.member(locale, company, member.id)}>
      <fieldset class="field">
        <legend class="field__legend">{t('member.role')}</legend>
        <div class="options">
          {roles.map((role) => (
            <Choice name="role" value={role} checked={role === member.role} hint={t(`member.role.${role}`)}>
              {t(`team.role.${role}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <button class="button">{t('member.save')}</button>
    </form>
  )
}

/** An owner is removed by nobody; oneself one leaves. */
function Removal({ frame: { t, locale }, company, member }: MemberPageProps) {
  if (member.isViewer || member.role === 'owner') return null
  return (
    <section class="section f-sunk" aria-labelledby="removal">
      <div class="wrap stack">
        <h2 id="removal">{t('member.remove')}</h2>
        <p class="measure">{t('member.remove.text', { name: member.name })}</p>
        <p>
          <a class="button button--plain" href={urls.removal(locale, company, member.id)}>
            {t('member.remove.go', { name: member.name })}
          </a>
        </p>
      </div>
    </section>
  )
}
