import { Layout } from '../../components/layout.tsx'
import { RemarkFields, type RemarkPlace } from '../../components/remark-form.tsx'
import type { Frame } from '../../frame.ts'

interface RemarkPageProps {
  frame: Frame
  course: string
  sent: Omit<RemarkPlace, 'course'> & { text: string }
  fault: 'required' | 'too-long'
}

/** A remark that came back: what is to be mended, with what was typed. */
export function RemarkPage({ frame, course, sent, fault }: RemarkPageProps) {
  const { t } = frame
  return (
    <Layout frame={frame} title={t('remark.open')} noindex quiet isFault>
      <main id="content" tabindex={-1} class="section">
        <div class="wrap wrap--lead-in stack">
          <h1>{t('remark.open')}</h1>
          <RemarkFields frame={frame} place={{ ...sent, course }} typed={sent.text} fault={fault} />
          <p>
            <a href={sent.next}>{t('remark.back')}</a>
          </p>
        </div>
      </main>
    </Layout>
  )
}
