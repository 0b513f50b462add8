import { Kept, type Operator, Responsible } from '../../components/kept.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import type { Child } from '../../html/html.ts'
import type { MessageKey } from '../../messages/translate.ts'

/** What Navet is, how it works, and what it does not do. */
export function AboutPage({ frame, operator }: { frame: Frame; operator: Operator }) {
  const { t } = frame
  return (
    <TextPage
      frame={frame}
      title="about.title"
      lead="region.lead"
      sections={[
        ['about.why.title', 'region.why'],
        ['about.how.title', 'about.how'],
        ['about.privacy.title', 'about.privacy'],
      ]}
    >
      <h2 id="kept">{t('privacy.kept')}</h2>
      <Kept frame={frame} />
      <h2>{t('privacy.who')}</h2>
      <Responsible frame={frame} operator={operator} />
    </TextPage>
  )
}

export function AccessibilityPage({ frame, operator: { contact } }: { frame: Frame; operator: Operator }) {
  return (
    <TextPage
      frame={frame}
      title="accessibility.title"
      lead="accessibility.lead"
      sections={[
        ['accessibility.how.title', 'accessibility.how'],
        ['accessibility.report.title', 'accessibility.report'],
      ]}
    >
      {contact ? (
        <p>
          <a href={`mailto:${contact}`}>{contact}</a>
        </p>
      ) : null}
    </TextPage>
  )
}

interface TextPageProps {
  frame: Frame
  title: MessageKey
  lead: MessageKey
  sections: [MessageKey, MessageKey][]
  children?: Child
}

function TextPage({ frame, title, lead, sections, children }: TextPageProps) {
  const { t } = frame
  return (
    <Layout frame={frame} title={t(title)} description={t(lead)}>
      <main id="content" tabindex={-1}>
        <div class="lesson-head f-forest">
          <div class="wrap">
            <h1>{t(title)}</h1>
            <p class="lead">{t(lead)}</p>
          </div>
        </div>
        <article class="lesson-text lesson-text--end">
          {sections.map(([heading, text]) => (
            <>
              <h2>{t(heading)}</h2>
              <p>{t(text)}</p>
            </>
          ))}
          {children}
        </article>
      </main>
    </Layout>
  )
}
