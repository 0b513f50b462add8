import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { Frame } from '../../frame.ts'
import { CourseRow, type CourseView } from './course-row.tsx'

/** A course to choose: one that exists, or the title of one that is to come. */
export type PathCourse = CourseView | { coming: string }

export interface PathPageProps {
  frame: Frame
  name: string
  description: string
  /** In order; several courses in a step are a choice. */
  steps: PathCourse[][]
}

export function PathPage({ frame, name, description, steps }: PathPageProps) {
  const { t } = frame
  return (
    <Layout frame={{ ...frame, section: 'courses' }} title={name} description={t('path.description', { path: name })}>
      <main id="content" tabindex={-1}>
        <PathHead frame={frame} title={name} lead={description} />
        <div class="section">
          <div class="wrap wrap--lead-in stack">
            <p>{t('path.order')}</p>
            <ol class="path-steps">
              {steps.map((courses, i) => (
                <li>
                  <h2>
                    {courses.length > 1
                      ? t('path.one-of', { step: i + 1, count: courses.length })
                      : t('path.step', { step: i + 1 })}
                  </h2>
                  <ul class="courses">
                    {courses.map((course) =>
                      'coming' in course ? (
                        <ComingRow frame={frame} title={course.coming} />
                      ) : (
                        <CourseRow frame={frame} course={course} />
                      ),
                    )}
                  </ul>
                </li>
              ))}
            </ol>
          </div>
        </div>
      </main>
    </Layout>
  )
}

function ComingRow({ frame: { t }, title }: { frame: Frame; title: string }) {
  return (
    <li class="course course--coming">
      <h3>{title}</h3>
      <p class="course__state soft">{t('path.coming')}</p>
    </li>
  )
}

/** The field at the top of a path's page. */
function PathHead({ frame, title, lead }: { frame: Frame; title: string; lead: string }) {
  const { t, locale } = frame
  return (
    <div class="lesson-head f-forest">
      <div class="wrap">
        <a class="lesson-head__back" href={urls.catalogue(locale)}>
          <Icon name="back" />
          {t('course.back')}
        </a>
        <h1>
              <WholeWords text={title} />
            </h1>
        <p class="lead">{lead}</p>
      </div>
    </div>
  )
}
