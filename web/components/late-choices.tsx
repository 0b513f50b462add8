import type { Frame } from '../frame.ts'
import { raw } from '../html/html.ts'
import { Notice } from './notice.tsx'

/** A choice that came after the test had closed. */
export interface LateChoice {
  /** Inline HTML. */
  stem: string
  typed: string
  /** What was chosen, as inline HTML. */
  options: string[]
  isNone?: boolean
}

/** Said once: what was not counted, and why. */
export function LateChoices({ frame: { t }, late }: { frame: Frame; late: LateChoice[] }) {
  if (late.length === 0) return null
  return (
    <Notice title={t('test.late.title', { count: late.length })} alarm>
      <p>{t('test.late.text')}</p>
      <ul class="late">
        {late.map(({ stem, typed, options, isNone }) => (
          <li>
            {raw(stem)}{' '}
            <b>
              {typed}
              {raw(options.join(' · '))}
              {isNone ? t('question.sentence.none') : null}
            </b>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Hidden until the script finds choices that never got through, of a test that is not open any more. */
export function LateInBrowser({ frame, course, open }: { frame: Frame; course: string; open: string | undefined }) {
  const { t } = frame
  return (
    <late-choices hidden class="notice notice--alarm" role="alert" data-course={course} data-open={open ?? ''}>
      <strong>{t('test.late.title', { count: 2 })}</strong>
      <p>{t('test.late.text')}</p>
      <ul class="late"></ul>
    </late-choices>
  )
}
