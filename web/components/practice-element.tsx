import type { Frame } from '../frame.ts'
import type { Child } from '../html/html.ts'

interface PracticeElementProps {
  frame: Frame
  question: string
  version: string
  /** The form has just come back. */
  isReturned?: boolean
  /** One form of an answer. */
  children: Child
}

/** Around the form of an answer: it sends it without loading the page anew, and keeps it where there is no net. */
export function PracticeElement({ frame: { t }, question, version, isReturned, children }: PracticeElementProps) {
  return (
    <practice-question
      data-question={question}
      data-version={version}
      data-unsent={t('question.unsent')}
      data-unkept={t('question.unkept')}
      data-refused={t('question.refused')}
      data-not-ours={t('question.not-ours')}
      {...(isReturned ? { 'data-returned': true } : {})}
    >
      {children}
    </practice-question>
  )
}
