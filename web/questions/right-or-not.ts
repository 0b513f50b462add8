import type { Translate } from '../messages/translate.ts'
import type { Verdict } from './type-pages.ts'

/** What most types have in common: they are answered, and that is right or not. */
export const rightOrNot = {
  button: (t: Translate): string => t('question.answer'),
  verdict: (t: Translate, { correct }: { correct: boolean }): Verdict =>
    correct ? { words: t('question.right'), shape: 'right' } : { words: t('question.not-right'), shape: 'wrong' },
}
