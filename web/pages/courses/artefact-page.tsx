
import { urls } from '../../urls.ts'
import { Contacts, type ContactView } from '../../components/contacts.tsx'
import { type ExampleChoice, ExampleChoiceLinks } from '../../components/example-choice.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { Frame } from '../../frame.ts'
import { raw } from '../../html/html.ts'

export interface ArtefactPageProps {
  frame: Frame
  course: { id: string; title: string }
  /** The document's name, and its text as the compiler rendered it. */
  title: string
  body: string
  examples: ExampleChoice | undefined
  /** Whom to ask where the learner works, where the course says to ask. */
  contacts: ContactView[]
}

/** The document a learner takes home: to read, and above all to print and fill in. */
export function ArtefactPage({ frame, course, title, body, examples, contacts }: ArtefactPageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={{ ...frame, section: 'courses' }} title={title} description={t('artefact.from', { course: course.title })} quiet>
      <main id="content" tabindex={-1}>
        <div class="lesson-head f-birch">
          <div class="wrap">
            <a class="lesson-head__back no-print" href={urls.course(locale, course.id)}>
              <Icon name="back" />
              {t('artefact.from', { course: course.title })}
            </a>
            <h1>
              <WholeWords text={title} />
            </h1>
            <p class="no-print">{t('artefact.print')}</p>
          </div>
        </div>
        <article class="lesson-text lesson-text--end artefact">
          <ExampleChoiceLinks frame={frame} choice={examples} />
          <Contacts frame={frame} contacts={contacts} />
          {raw(body)}
        </article>
      </main>
    </Layout>
  )
}
