import type { CalibrationStep } from '../../../web/pages/accounts/me-calibration.tsx'
import { type Confidence, confidences } from '../../db/schema/quizzes.ts'

interface Counted {
  confidence: Confidence
  answers: number
  right: number
}

/** How often somebody was right, by how sure they were: the surest first, and no step that was never taken. */
export function calibrationView({ firstAnswers }: { firstAnswers: readonly Counted[] }): CalibrationStep[] {
  return confidences.toReversed().flatMap((confidence) => {
    const counted = firstAnswers.find((each) => each.confidence === confidence)
    return counted ? [{ confidence, answers: counted.answers, right: counted.right }] : []
  })
}
