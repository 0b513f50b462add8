import type { Confidence } from '../../../worker/db/schema/quizzes.ts'
import { Bar } from '../../components/bar.tsx'
import type { Frame } from '../../frame.ts'

/** Of the answers that somebody felt so about, how many were right. */
export interface CalibrationStep {
  confidence: Confidence
  answers: number
  right: number
}

/** Whether the feeling was right: a bar for each step, filled as far as the answers were right. */
export function MeCalibration({ frame: { t }, calibration }: { frame: Frame; calibration: CalibrationStep[] }) {
  return (
    <section class="section" aria-labelledby="calibration">
      <div class="wrap stack">
        <h2 id="calibration">{t('account.calibration')}</h2>
        <p>{t('account.calibration.text')}</p>
        <dl class="calibration">
          {calibration.map(({ confidence, answers, right }) => (
            <div>
              <dt>{t(`question.sure.${confidence}`)}</dt>
              <dd>
                <span>{t('account.calibration.right', { right, answers })}</span>
                <Bar to={(100 * right) / answers} look="answer" />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}
