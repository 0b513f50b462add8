import type { Confidence } from '../../../worker/db/schema/quizzes.ts'
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
                <Bar share={right / answers} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}

/** Drawn, since no style may stand in a page. */
function Bar({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.round(share * 100)} height="10" fill="currentcolor" />
    </svg>
  )
}
