import { urls } from '../../urls.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Choice, ChoiceField, FieldError } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { faultWords, type MemberPageProps } from './member-page-props.ts'

/** The only owner's way out: somebody else becomes an owner, and then they themselves what they choose. */
export function Handover(props: MemberPageProps) {
  const { frame, company, heirs, faults } = props
  const { t, locale } = frame
  if (heirs.length === 0) return null
  return (
    <section class="section f-sunk" aria-labelledby="handover">
      <div class="wrap stack">
        <h2 id="handover">{t('handover.title')}</h2>
        <p class="measure">
          <b>{t('member.last-owner')}</b> {t('handover.why')}
        </p>
        <form class="form measure" method="post" action={urls.handover(locale, company)}>
          <ErrorSummary
            title={t('company.fault.summary')}
            faults={(['heir', 'self'] as const).flatMap((field) => {
              const text = faults[field] && faultWords(props, field)
              return text ? [{ field, text }] : []
            })}
          />
          <ChoiceField
            name="heir"
            label={t('handover.heir')}
            hint={t('handover.heir.hint')}
            error={faultWords(props, 'heir')}
            options={heirs.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <Self {...props} />
          <p class="measure">{t('handover.note')}</p>
          <button class="button">
            {t('handover.do')} <Icon name="arrow" />
          </button>
        </form>
      </div>
    </section>
  )
}

function Self(props: MemberPageProps) {
  const { t } = props.frame
  const error = faultWords(props, 'self')
  return (
    <fieldset class="field" id="self" {...(error ? { 'aria-describedby': 'self-error' } : {})}>
      <legend class="field__legend">{t('handover.self')}</legend>
      {error ? <FieldError name="self" error={error} /> : null}
      <div class="options">
        <Choice name="self" value="owner" checked hint={t('handover.self.owner.hint')}>
          {t('handover.self.owner')}
        </Choice>
        <Choice name="self" value="manager">
          {t('handover.self.manager')}
        </Choice>
        <Choice name="self" value="member">
          {t('handover.self.member')}
        </Choice>
      </div>
    </fieldset>
  )
}
