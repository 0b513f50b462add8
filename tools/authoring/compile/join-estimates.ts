import type { Estimate, InBoth } from '../../../formats/catalogue/catalogue.ts'
import type { WrittenEstimate } from '../markdown/read-estimates.ts'

/** The estimates of a lesson that both languages have, in the Swedish order; undefined where there are none. */
export function joinEstimates({ sv, en }: InBoth<readonly WrittenEstimate[]>): Estimate[] | undefined {
  const joined = sv.flatMap((estimate): Estimate[] => {
    const other = en.find(({ id }) => id === estimate.id)
    const [own, theirs] = [estimate.head.value, other?.head.value]
    return own && theirs ? [{ id: own.id, answer: own.answer, unit: { sv: own.unit, en: theirs.unit } }] : []
  })
  return joined.length > 0 ? joined : undefined
}
