import { type FileFault, fileFaults, findings, type Question } from '../client/verify/verdict.ts'
import type { Frame } from '../frame.ts'
import { raw } from '../html/html.ts'
import { verifyWords } from '../messages/verify.ts'

const gap = { detail: '{detail}', name: '{name}', holder: '{holder}', issuer: '{issuer}', day: '{day}' }
const outcomes = ['yes', 'no', 'unknown'] as const
type Translate = ReturnType<typeof verifyWords>
const faults = Object.keys(fileFaults) as FileFault[]
const questions = ['intact', 'issuer', 'validity'] as const

/**
 * The verifier's words in the page's language and the issuers whose badges hold here, as data beside its script; `{…}`
 * is filled in by the browser.
 */
export function VerifyWords({ frame, issuers }: { frame: Frame; issuers: string[] }) {
  const json = JSON.stringify({ ...wordsOf(verifyWords(frame.locale)), issuers }).replaceAll('<', '\\u003c')
  return (
    <script type="application/json" id="verify-words">
      {raw(json)}
    </script>
  )
}

function wordsOf(t: Translate) {
  return {
    busy: t('verify.busy'),
    failed: t('verify.failed'),
    says: t('verify.says', gap),
    saysHolder: t('verify.says.holder', gap),
    saysStranger: t('verify.says.stranger', gap),
    saysStrangerHolder: t('verify.says.stranger.holder', gap),
    presented: t('verify.says.presented'),
    match: t('verify.yours.match'),
    other: t('verify.yours.other'),
    none: t('verify.yours.none'),
    all: Object.fromEntries(outcomes.map((outcome) => [outcome, t(`verify.all.${outcome}`)])),
    outcome: Object.fromEntries(outcomes.map((outcome) => [outcome, t(`verify.outcome.${outcome}`)])),
    question: Object.fromEntries(questions.map((question) => [question, t(`verify.question.${question}`)])),
    found: Object.fromEntries(questions.flatMap((question) => reasonsOf(question, t))),
    fault: Object.fromEntries(faults.map((fault) => [fault, t(`verify.fault.${fault}`)])),
  }
}

function reasonsOf(question: Question, t: Translate): [string, string][] {
  const reasons = Object.keys(findings[question]) as (keyof (typeof findings)['intact'])[]
  return reasons.map((reason) => [reason, t(`verify.found.${reason}`, gap)])
}
