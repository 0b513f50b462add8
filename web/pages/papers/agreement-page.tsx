import type { Operator } from '../../components/kept.tsx'
import type { Frame } from '../../frame.ts'
import { paperWords } from '../../messages/papers.ts'
import { TemplateMark } from './template-mark.tsx'
import { Part, TextPage } from './text-page.tsx'

const before = ['instructions', 'secrecy', 'security'] as const
const after = ['help', 'breach', 'audit', 'end'] as const

/** The agreement of Article 28 between a company and whoever runs Navet, to print and sign. */
export function AgreementPage({ frame, operator }: { frame: Frame; operator: Operator }) {
  const t = paperWords(frame.locale)
  const text = (name: (typeof before)[number] | (typeof after)[number]) => (
    <Part title={t(`agreement.${name}`)}>
      <p>{t(`agreement.${name}.text`)}</p>
    </Part>
  )
  return (
    <TextPage frame={frame} title={t('agreement.title')} lead={t('agreement.lead')}>
      <TemplateMark frame={frame} operator={operator} />
      <p class="no-print">{t('papers.print')}</p>
      <Part title={t('agreement.parties')}>
        <Blank words={t('agreement.parties.company')} />
        <Blank words={t('agreement.parties.number')} />
        <Blank words={t('agreement.parties.contact')} />
        <Blank words={t('agreement.parties.processor')} filled={nameOf(operator)} />
      </Part>
      <Part title={t('agreement.subject')}>
        <p>{t('agreement.subject.text')}</p>
        <p>{t('agreement.subject.not')}</p>
      </Part>
      <Part title={t('agreement.what')}>
        <p>{t('agreement.what.text')}</p>
      </Part>
      <Part title={t('agreement.length')}>
        <p>{t('agreement.length.text')}</p>
      </Part>
      {before.map(text)}
      <Part title={t('agreement.suppliers')}>
        {operator.suppliers ? (
          <p>{t('agreement.suppliers.names', { names: operator.suppliers })}</p>
        ) : (
          <Blank words={t('agreement.suppliers.unset')} />
        )}
        <p>{t('agreement.suppliers.text')}</p>
      </Part>
      {after.map(text)}
      <Part title={t('agreement.signed')}>
        <Blank words={t('agreement.signed.company')} />
        <Blank words={t('agreement.signed.processor')} />
      </Part>
    </TextPage>
  )
}

/** A line to write on, unless it is known what stands there. */
function Blank({ words, filled }: { words: string; filled?: string | undefined }) {
  return (
    <p class="blank">
      {words} {filled ? <strong>{filled}</strong> : <span class="blank__line" />}
    </p>
  )
}

function nameOf({ controller, contact }: Operator): string | undefined {
  return controller && [controller, contact].filter(Boolean).join(', ')
}
