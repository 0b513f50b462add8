import type { LogChoice, LogFaults } from '../../../worker/companies/audit/log-choice.ts'
import type { AuditKind } from '../../../worker/companies/audit/rules.ts'
import { FieldError } from '../../components/field.tsx'
import type { LateFrame } from '../../frame.ts'
import { auditWords } from '../../messages/audit.ts'
import { urls } from '../../urls.ts'

export interface LogFilterProps {
  frame: LateFrame
  company: { id: string }
  kinds: readonly AuditKind[]
  choice: LogChoice
  faults: LogFaults
}

/** Narrows a log: by a name, what kind of thing it was, and days. */
export function LogFilter({ frame: { locale }, company, kinds, choice, faults }: LogFilterProps) {
  const t = auditWords(locale)
  return (
    <form class="filter filter--many" method="get" action={urls.companyLog(locale, company.id)} role="search">
      <div>
        <label class="label" for="q">
          {t('audit.search')}
        </label>
        <input class="input" id="q" name="q" type="search" value={choice.q} />
      </div>
      <div>
        <label class="label" for="kind">
          {t('audit.kind')}
        </label>
        {faults.kind ? <FieldError name="kind" error={t(`audit.fault.${faults.kind}`)} /> : null}
        <select class="select" id="kind" name="kind" {...wrongIf(faults.kind, 'kind')}>
          <option value="">{t('audit.kind.all')}</option>
          {kinds.map((kind) => (
            <option value={kind} selected={choice.kind === kind}>
              {t(`audit.kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      {(['from', 'to'] as const).map((name) => (
        <div>
          <label class="label" for={name}>
            {t(`audit.${name}`)}
          </label>
          {faults[name] ? <FieldError name={name} error={t(`audit.fault.${faults[name]}`)} /> : null}
          <input
            class="input"
            id={name}
            name={name}
            type={faults[name] === 'day' ? 'text' : 'date'}
            value={choice[name]}
            {...wrongIf(faults[name], name)}
          />
        </div>
      ))}
      <button class="button button--plain">{t('audit.show')}</button>
    </form>
  )
}

function wrongIf(fault: string | undefined, name: string) {
  return fault ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-error` } : {}
}
