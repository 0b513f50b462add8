import { pageAssets } from 'virtual:page-assets'

import type { ListFault } from '../../../worker/companies/invitations/list/invite-list.ts'
import type { FileFault } from '../../../worker/companies/invitations/list/decode-list.ts'
import { CompanyNav } from '../../components/company-nav.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'
import { ListForm } from './list-form.tsx'
import { OpenInvitations, type ShownInvitation } from './open-invitations.tsx'
import { ShareLink } from './share-link.tsx'

/** What was done on this page just now. */
export const saidWords = [
  'made',
  'mailed',
  'not-mailed',
  'withdrawn',
  'gone',
  'closed',
  'renewed',
  'result-gone',
] as const

/** A list that came back: nothing of it was taken. */
export interface PastedAgain {
  rows: string
  onBehalf: boolean
  fault: ListFault | FileFault | 'too-large' | 'both' | 'meanwhile'
  /** How many there were of what there were too many of, and how many there may be. */
  count: number
  most: number
}

interface InvitationsPageProps {
  frame: LateFrame
  company: { id: string; name: string; role: string; members: number; open: number; seats: number }
  link: { code: string; expiresAt: Date; uses: number } | undefined
  open: ShownInvitation[]
  paging: { page: number; pages: number }
  said: (typeof saidWords)[number] | undefined
  again: PastedAgain | undefined
  /** How many a list may have. */
  mostRows: number
  /** Of the list's form. */
  formKey: string
  baseUrl: string
}

/** The ways into a company: one link for all, a list, and who has not answered. */
export function InvitationsPage(props: InvitationsPageProps) {
  const { frame, company, open, paging, said, again, mostRows, formKey } = props
  const { t } = frame
  const error = again && t(`invite.fault.${again.fault}`, { count: again.count, most: again.most })
  return (
    <Layout
      frame={frame}
      styles={pageAssets.inviteStyles}
      script={pageAssets.copyScript}
      title={t('invite.title')}
      noindex
      isFault={Boolean(again)}
    >
      <CompanyNav frame={frame} company={company} role={company.role} current="invitations" />
      <main id="content" tabindex={-1}>
        <div class="sum f-forest">
          <div class="wrap">
            <p>{company.name}</p>
            <h1>{t('invite.title')}</h1>
            <p class="lead">{t('invite.lead', { members: company.members, open: company.open })}</p>
            {said ? <Notice title={t(`invite.said.${said}`)} /> : null}
            {error ? <ErrorSummary title={t('invite.fault.title')} faults={[{ field: 'rows', text: error }]} /> : null}
          </div>
        </div>
        <TheLink {...props} />
        <section class="section f-sunk" aria-labelledby="list">
          <div class="wrap stack">
            <h2 id="list">{t('invite.list')}</h2>
            <ListForm
              frame={frame}
              company={company.id}
              formKey={formKey}
              label={t('invite.list.rows')}
              hint={t('invite.list.hint', { most: mostRows })}
              rows={again?.rows ?? ''}
              onBehalf={again?.onBehalf ?? false}
              error={error}
            />
            <p class="soft measure">
              {t('invite.list.safe')} {t('invite.list.teams')}
            </p>
          </div>
        </section>
        <OpenInvitations frame={frame} company={company.id} open={open} paging={paging} />
      </main>
    </Layout>
  )
}

function TheLink({ frame, company, link, baseUrl }: InvitationsPageProps) {
  const { t, locale } = frame
  return (
    <section class="section" aria-labelledby="one-link">
      <div class="wrap stack">
        <h2 id="one-link">{t('invite.link')}</h2>
        <p class="measure">{link ? t('invite.link.text') : `${t('invite.link.text')} ${t('invite.link.none')}`}</p>
        {link ? <ShareLink frame={frame} company={company} link={link} baseUrl={baseUrl} /> : null}
        <form class="acts" method="post" action={urls.invitations(locale, company.id)}>
          {link ? null : (
            <button class="button" name="for" value="team">
              {t('invite.link.new')}
            </button>
          )}
          <button class="button button--plain button--small" name="for" value="one">
            {t('invite.single')}
          </button>
        </form>
        <div class="section--tight stack">
          <h3>
            <WholeWords text={t('invite.no-mail')} />
          </h3>
          <p class="measure">{t('invite.no-mail.text')}</p>
          <p>
            <a href={urls.papers(locale, company.id)}>{t('papers.link')}</a>
          </p>
        </div>
      </div>
    </section>
  )
}
