import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { Already } from './already.tsx'
import { CardForm } from './card-form.tsx'
import { CodeFaultSummary, type CodeProblem } from './code-fault.tsx'

interface SignInByCardPageProps {
  frame: LateFrame
  next: string | undefined
  /** What was typed; kept when the form comes back. */
  card?: string
  problem?: CodeProblem
}

export function SignInByCardPage({ frame, next, card, problem }: SignInByCardPageProps) {
  const { t, locale } = frame
  const title = t('recovery.sign-in.title')
  return (
    <Layout frame={frame} title={title} noindex isFault={problem !== undefined}>
      <Door field="falu" title={title} lead={t('recovery.sign-in.lead')}>
        {frame.learner ? <Already frame={frame} next={next} /> : null}
        {problem ? <CodeFaultSummary frame={frame} problem={problem} /> : null}
        <CardForm
          frame={frame}
          action={urls.signInByCard(locale)}
          hidden={{ next }}
          submit={t('recovery.sign-in.go')}
          card={card}
          problem={problem}
        />
        <p>
          <a href={urls.signIn(locale, next)}>{t('recovery.sign-in.other')}</a>
        </p>
      </Door>
    </Layout>
  )
}
