import type { CodeFault } from '../../../worker/accounts/codes/rules.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import type { LateFrame } from '../../frame.ts'
import type { Child } from '../../html/html.ts'

export type CodeProblem =
  | CodeFault
  | { fault: 'not-six' | 'unavailable' | 'wrong-card' | 'many-cards' | 'passkey' | 'passkey-late' }

interface CodeFaultProps {
  frame: LateFrame
  problem: CodeProblem
  /** The mail has a link as well. */
  hasLink?: boolean
  /** Where a code that was used has led. */
  way?: string
  /** More to say about it. */
  children?: Child
}

/** What was wrong with a code, that nothing is lost, and what to do. */
export function CodeFaultSummary({ frame, problem, hasLink = false, way, children }: CodeFaultProps) {
  const { t } = frame
  const { fault } = problem
  const inField = codeFieldError(frame, problem)
  const faults = inField ? [{ field: fault === 'wrong-card' ? 'card' : 'code', text: inField }] : []
  if (fault === 'not-six') return <ErrorSummary title={t('account.fault.not-six.title')} faults={faults} />
  return (
    <ErrorSummary title={t(`account.fault.${fault}.title`, timesIn(problem))} faults={faults}>
      <p>
        {wordsOf(frame, problem, hasLink)}{' '}
        {fault === 'used' && way ? <a href={way}>{t('account.fault.used.go')}</a> : null}
      </p>
      {children}
    </ErrorSummary>
  )
}

function wordsOf({ t }: LateFrame, problem: CodeProblem, hasLink: boolean): string {
  const { fault } = problem
  if (fault === 'not-six') return ''
  if (!hasLink && (fault === 'none' || fault === 'many-wrong')) return t(`account.fault.${fault}.no-link`)
  return t(`account.fault.${fault}.text`, timesIn(problem))
}

/** The sentence beside the field itself. */
export function codeFieldError({ t }: LateFrame, problem: CodeProblem | undefined): string | undefined {
  if (problem?.fault === 'not-six') return t('account.fault.not-six')
  if (problem?.fault === 'wrong-card') return t('account.fault.wrong-card')
  if (problem?.fault === 'newer') return t('account.fault.newer.field', { at: problem.at })
  return problem?.fault === 'wrong' ? t('account.fault.wrong.left', { left: problem.left }) : undefined
}

/** No guess can help any more; only another code does. */
export function isSpent(problem: CodeProblem | undefined): boolean {
  return problem !== undefined && !unspent.has(problem.fault)
}

/** The code that was mailed holds all the same. */
const unspent = new Set<CodeProblem['fault']>([
  'wrong',
  'newer',
  'not-six',
  'unavailable',
  'wrong-card',
  'many-cards',
  'passkey',
  'passkey-late',
])

function timesIn(problem: CodeProblem): { at: Date } | undefined {
  return 'at' in problem ? { at: problem.at } : undefined
}
