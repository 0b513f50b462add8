import { urls } from '../../urls.ts'
import { Field } from '../../components/field.tsx'
import type { LateFrame } from '../../frame.ts'
import { ProblemSummary, type SignInProblem } from './sign-in-page.tsx'

export type AddressProblem = SignInProblem | 'yours' | 'last'

interface AddressFormsProps {
  frame: LateFrame
  /** Every address of the account, the first one first. */
  addresses: string[]
  /** What was typed; kept when the form comes back. */
  email?: string
  problem?: AddressProblem | undefined
}

/** The addresses that sign in, each but the last to be removed, and a form for another. */
export function AddressForms({ frame, addresses, email = '', problem }: AddressFormsProps) {
  const { t, locale } = frame
  const inField = problem === 'yours' ? t('account.address.yours') : t('account.email.invalid')
  return (
    <>
      {problem ? <ProblemSummary frame={frame} problem={problem} inField={inField} /> : null}
      {addresses.length === 0 ? <p>{t('account.no-address.text')}</p> : null}
      <ul class="stack me-addresses">
        {addresses.map((address) => (
          <li>
            <strong>{address}</strong>
            {addresses.length > 1 ? <RemovalForm frame={frame} email={address} /> : null}
          </li>
        ))}
      </ul>
      <form class="form" method="post" action={urls.addresses(locale)} novalidate>
        <Field
          name="email"
          type="email"
          inputmode="email"
          autocomplete="off"
          required
          label={t('account.address.label')}
          hint={t('account.address.hint')}
          value={email}
          error={problem === 'invalid' || problem === 'yours' ? inField : undefined}
        />
        <button class="button button--plain">{t('account.address.add')}</button>
      </form>
    </>
  )
}

function RemovalForm({ frame: { t, locale }, email }: { frame: LateFrame; email: string }) {
  return (
    <form method="post" action={urls.addresses(locale)}>
      <button
        class="button button--plain"
        name="remove"
        value={email}
        aria-label={t('account.address.remove', { email })}
      >
        {t('account.address.remove.short')}
      </button>
    </form>
  )
}
