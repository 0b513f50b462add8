import { Notice } from '../../components/notice.tsx'
import type { Frame } from '../../frame.ts'

export type CodePageFault =
  | { fault: 'wrong'; left: number }
  | { fault: 'not-six' | 'expired' | 'too-many' | 'gone' | 'unavailable' }

/** What was wrong with a code, that nothing is lost, and what to do. `way`: where a code that was used has led. */
export function CodeFaultNotice({
  frame: { t },
  fault,
  way,
}: {
  frame: Frame
  fault: CodePageFault['fault']
  way: string
}) {
  if (fault === 'not-six') return null
  return (
    <Notice alarm title={t(`account.fault.${fault}.title`)}>
      <p>
        {t(`account.fault.${fault}.text`)} {fault === 'gone' ? <a href={way}>{t('account.fault.gone.go')}</a> : null}
      </p>
    </Notice>
  )
}

/** The sentence beside the field itself. */
export function codeFieldError({ t }: Frame, problem: CodePageFault | undefined): string | undefined {
  if (problem?.fault === 'not-six') return t('account.fault.not-six')
  return problem?.fault === 'wrong' ? t('account.fault.wrong.left', { left: problem.left }) : undefined
}

/** No guess can help any more; only another code does. */
export function isSpent(problem: { fault: string } | undefined): boolean {
  return problem?.fault === 'expired' || problem?.fault === 'too-many'
}
