import type { OpenInvitation } from '../../../worker/companies/invitations/store.ts'
import { dayInWords, dayOf } from '../../../formats/day.ts'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'

export interface ShownInvitation extends OpenInvitation {
  mayMail: boolean
  /** When it may be mailed again. */
  mailFrom: Date | undefined
}

interface OpenInvitationsProps {
  frame: LateFrame
  company: string
  open: ShownInvitation[]
  paging: { page: number; pages: number }
}

/** Who has not answered, as far as it is told: one that was declined looks like any other. */
export function OpenInvitations({ frame, company, open, paging }: OpenInvitationsProps) {
  const { t } = frame
  return (
    <section class="section" aria-labelledby="open">
      <div class="wrap">
        <h2 id="open">{t('invite.open')}</h2>
        {open.length > 0 ? (
          <ul class="open">
            {open.map((invitation) => (
              <Invitation frame={frame} company={company} invitation={invitation} />
            ))}
          </ul>
        ) : (
          <p>{t('invite.open.none')}</p>
        )}
        <Pages frame={frame} company={company} paging={paging} />
        <p class="soft measure">{t('invite.open.note')}</p>
      </div>
    </section>
  )
}

interface InvitationProps {
  frame: LateFrame
  company: string
  invitation: ShownInvitation
}

function Invitation({ frame, company, invitation }: InvitationProps) {
  const { t, locale } = frame
  const { kind, email, name, team, sentAt, createdAt, sends, expiresAt, mayMail, mailFrom } = invitation
  const form = t(kind === 'paper' ? 'invite.open.paper' : 'invite.open.link')
  const whom = email ?? name ?? form
  const day = (at: Date) => dayInWords(dayOf(at), locale)
  return (
    <li>
      <h3>
        {whom}
        <small>{[email ? name : name && form, team].filter(Boolean).join(' · ')}</small>
      </h3>
      <p>
        {kind === 'mail'
          ? `${t('invite.open.sent')} ${t('invite.open.times', { day: day(sentAt ?? createdAt), count: sends })}`
          : `${t('invite.open.made')} ${day(createdAt)}`}
        <br />
        {`${t('invite.open.until')} ${day(expiresAt)}`}
        {kind === 'mail' && !mayMail ? (
          <>
            <br />
            {mailFrom ? t('invite.open.again.from', { day: day(mailFrom) }) : t('invite.open.again.no-more')}
          </>
        ) : null}
      </p>
      <Acts frame={frame} company={company} invitation={invitation} whom={whom} />
    </li>
  )
}

function Acts({ frame: { t, locale }, company, invitation, whom }: InvitationProps & { whom: string }) {
  const { kind, email, code, mayMail } = invitation
  return (
    <div class="acts">
      {kind === null && code ? <a href={urls.invitation(locale, company, code)}>{t('invite.open.show')}</a> : null}
      {mayMail ? (
        <form method="post" action={urls.invitationMail(locale, company)}>
          <input type="hidden" name="email" value={email ?? ''} />
          <button class="button button--plain button--small">
            <span>
              {t('invite.open.again')} <span class="vh">{t('invite.open.again.whom', { whom })}</span>
            </span>
          </button>
        </form>
      ) : null}
      <form method="post" action={urls.invitationWithdrawal(locale, company)}>
        <input type="hidden" name={code ? 'code' : 'email'} value={code ?? email ?? ''} />
        <button class="button button--plain button--small">
          <span>
            {t('invite.open.withdraw')} <span class="vh">{t('invite.open.withdraw.whom', { whom })}</span>
          </span>
        </button>
      </form>
    </div>
  )
}

function Pages({ frame: { t, locale }, company, paging: { page, pages } }: Omit<OpenInvitationsProps, 'open'>) {
  if (pages < 2) return null
  return (
    <nav class="acts" aria-label={t('invite.open')}>
      {page > 1 ? (
        <a class="button button--plain button--small" href={urls.invitationsPage(locale, company, String(page - 1))}>
          {t('invite.open.before')}
        </a>
      ) : null}
      <p>{t('invite.open.page', { page, pages })}</p>
      {page < pages ? (
        <a class="button button--plain button--small" href={urls.invitationsPage(locale, company, String(page + 1))}>
          {t('invite.open.next')}
        </a>
      ) : null}
    </nav>
  )
}
