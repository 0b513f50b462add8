import type { NameFault } from '../../../worker/accounts/rules.ts'
import { urls } from '../../urls.ts'
import { Field } from '../../components/field.tsx'
import type { Frame } from '../../frame.ts'

export function NameForm({
  frame: { t, locale },
  name,
  fault,
}: {
  frame: Frame
  name: string
  fault?: NameFault | undefined
}) {
  return (
    <form class="form" method="post" action={urls.name(locale)}>
      <Field
        name="name"
        autocomplete="name"
        required
        label={t('account.name.label')}
        hint={t('account.name.hint')}
        value={name}
        error={fault ? t(`account.name.${fault}`) : undefined}
      />
      <button class="button button--plain">{t('account.name.save')}</button>
    </form>
  )
}
