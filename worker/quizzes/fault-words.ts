import type { Translate } from '../../web/messages/translate.ts'
import type { Fault } from '../questions/registry.ts'

/** What is to be mended in an answer that was sent back, in words. */
export function faultWords(t: Translate, fault: Fault): string {
  if (fault.reason !== 'ambiguous') return t(`question.fault.${fault.reason}`)
  const [first, second] = fault.readings
  return t('question.fault.ambiguous', { first, second })
}
