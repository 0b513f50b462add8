import type { RemarkPlace } from '../../web/components/remark-form.tsx'
import type { Question } from '../../formats/catalogue/catalogue.ts'

/** Where a remark about a question as it was shown belongs, with an id for one remark. */
export function remarkPlace(
  { id: question, version }: Pick<Question, 'id' | 'version'>,
  place: Pick<RemarkPlace, 'course' | 'page' | 'next'>,
): RemarkPlace {
  return { id: crypto.randomUUID(), question, version, ...place }
}
