import type { Confidence } from '../../worker/db/schema/quizzes.ts'
import type { Frame } from '../frame.ts'
import type { Translate } from '../messages/translate.ts'

const steps: readonly Confidence[] = ['guess', 'fairly', 'sure']

/** How sure somebody is, before the answer: three steps, and none has to be taken. */
export function HowSure({ frame: { t }, chosen }: { frame: Frame; chosen: Confidence | undefined }) {
  return (
    <fieldset class="sure">
      <legend>
        {t('question.sure')} <span class="soft">{t('question.sure.optional')}</span>
      </legend>
      {steps.map((step) => (
        <label class="chip">
          <input type="radio" name="confidence" value={step} checked={step === chosen} />
          <span>{t(`question.sure.${step}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What the feeling was worth, in words where it is worth a word: a mistake that felt right, or luck. */
export function feelingWords(t: Translate, confidence: Confidence | undefined, correct: boolean): string | undefined {
  if (confidence === 'sure' && !correct) return t('question.sure.but-wrong')
  if (confidence === 'guess' && correct) return t('question.sure.guessed-right')
  return undefined
}
