import { FieldError } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'

interface ListFormProps {
  frame: LateFrame
  company: string
  /** Sent twice with the same list, the form gives one result. */
  formKey: string
  label: string
  hint: string
  rows: string
  onBehalf: boolean
  error?: string | undefined
  /** Lines that were stopped, to be mended: there is no file, and the addresses may be right after all. */
  isMending?: boolean
}

/** A list of people, pasted or chosen as a file. */
export function ListForm({
  frame,
  company,
  formKey,
  label,
  hint,
  rows,
  onBehalf,
  error,
  isMending = false,
}: ListFormProps) {
  const { t, locale } = frame
  return (
    <form
      class="form list__form"
      method="post"
      action={urls.invitationList(locale, company)}
      enctype="multipart/form-data"
    >
      <input type="hidden" name="key" value={formKey} />
      <div class="field">
        <label for="rows">{label}</label>
        <p class="soft" id="rows-hint">
          {hint}
        </p>
        {error ? <FieldError name="rows" error={error} /> : null}
        <textarea
          class="input input--area"
          id="rows"
          name="rows"
          rows={6}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={error ? 'rows-hint rows-error' : 'rows-hint'}
          {...(error ? { 'aria-invalid': 'true' as const } : {})}
        >
          {`\n${rows}`}
        </textarea>
      </div>
      {isMending ? null : (
        <label class="file">
          {t('invite.list.file')}
          <small>{t('invite.list.file.hint')}</small>
          <input type="file" name="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
        </label>
      )}
      {isMending ? <ListTick name="sure" label={t('invite.result.sure')} hint={t('invite.result.sure.hint')} /> : null}
      <ListTick
        name="onBehalf"
        label={t('invite.list.on-behalf')}
        hint={t('invite.list.on-behalf.hint')}
        checked={onBehalf}
      />
      <button class="button">
        {t(isMending ? 'invite.result.do' : 'invite.list.do')} <Icon name="arrow" />
      </button>
    </form>
  )
}

function ListTick({
  name,
  label,
  hint,
  checked = false,
}: {
  name: string
  label: string
  hint: string
  checked?: boolean
}) {
  return (
    <label class="pick">
      <input type="checkbox" name={name} value="yes" checked={checked} />
      <span>
        {label}
        <span class="pick__hint">{hint}</span>
      </span>
    </label>
  )
}
