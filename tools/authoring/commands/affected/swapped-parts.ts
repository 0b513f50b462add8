import type { Question } from '../../../../formats/catalogue/catalogue.ts'
import { inEasySwedish } from '../../../../worker/questions/easy-swedish.ts'
import { authoringOf } from '../../questions/registry.ts'

/**
 * What has changed places, so that another answer is right, which the language-neutral hash of the key cannot hold;
 * undefined where nothing has.
 */
export function swappedParts(old: Question, now: Question): string | undefined {
  if (old.keyHash !== now.keyHash || authoringOf(old) !== authoringOf(now)) return undefined
  const [easyOld, easyNow] = [inEasySwedish(old), inEasySwedish(now)]
  const inEasy = easyOld && easyNow && authoringOf(now).swapped(easyOld, easyNow)
  return authoringOf(now).swapped(old, now) ?? inEasy
}
