import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { PathHead } from './path-page.tsx'

export interface StarterPageProps {
  frame: Frame
  /** `href` is undefined while the lesson is still to come. */
  lessons: { title: string; course: string; href: string | undefined; minutes: number }[]
}

/** Lessons for a first half hour together. */
export function StarterPage({ frame, lessons }: StarterPageProps) {
  const { t } = frame
  return (
    <Layout frame={{ ...frame, section: 'courses' }} title={t('starter.title')} description={t('starter.lead')}>
      <main id="content" tabindex={-1}>
        <PathHead frame={frame} title={t('starter.title')} lead={t('starter.lead')} />
        <div class="section">
          <div class="wrap wrap--lead-in">
            <ol class="lessons">
              {lessons.map(({ title, course, href, minutes }, i) => (
                <li>
                  <span class="lessons__number" aria-hidden="true">
                    {i + 1}
                  </span>
                  <div>
                    {href ? <a href={href}>{title}</a> : <b>{title}</b>}
                    <p class="soft">
                      {href ? t('starter.course', { course, minutes }) : t('starter.coming', { course })}
                    </p>
                  </div>
                </li>
              ))}
            </ol>
          </div>
        </div>
      </main>
    </Layout>
  )
}
