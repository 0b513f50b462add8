import { Layout } from '../../components/layout.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { Frame } from '../../frame.ts'
import type { Child } from '../../html/html.ts'

interface TextPageProps {
  frame: Frame
  title: string
  lead: string
  noindex?: boolean
  children?: Child
}

/** A page to read from top to bottom, and to print. */
export function TextPage({ frame, title, lead, noindex = false, children }: TextPageProps) {
  return (
    <Layout frame={frame} title={title} description={lead} noindex={noindex}>
      <main id="content" tabindex={-1}>
        <div class="lesson-head f-forest">
          <div class="wrap">
            <h1>
              <WholeWords text={title} />
            </h1>
            <p class="lead">{lead}</p>
          </div>
        </div>
        <article class="lesson-text lesson-text--end artefact">{children}</article>
      </main>
    </Layout>
  )
}

/** A heading and what stands under it. */
export function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <>
      <h2>{title}</h2>
      {children}
    </>
  )
}
