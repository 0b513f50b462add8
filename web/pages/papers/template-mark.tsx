import type { Operator } from '../../components/kept.tsx'
import { dayInWords } from '../../../formats/day.ts'
import { Notice } from '../../components/notice.tsx'
import type { Frame } from '../../frame.ts'
import { paperWords } from '../../messages/papers.ts'

/** Whether whoever answers for these words has had them read by a lawyer of their own. */
export function TemplateMark({ frame: { locale }, operator }: { frame: Frame; operator: Operator }) {
  const { controller, papersRead } = operator
  const t = paperWords(locale)
  if (papersRead) return <p>{t('papers.read', { day: dayInWords(papersRead, locale) })}</p>
  return <Notice title={t('papers.template', { name: controller ?? 'none' })} />
}
