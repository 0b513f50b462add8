import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Steps } from '../../components/steps.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { Frame } from '../../frame.ts'
import { kept } from '../../html/kept.ts'

export interface PathView {
  id: string
  name: string
  description: string
  /** Steps of the path; where one of several courses is enough they are one step. */
  courses: number
  /** Steps with a course that exists. */
  there: number
  /** Steps with a course that the learner has done; undefined before the first. */
  done: number | undefined
}

const fields = ['f-forest', 'f-copper', 'f-char']

interface PathListProps {
  frame: Frame
  paths: PathView[]
  starter: boolean
}

/** The ways through the courses, and the first half hour. */
export function PathList(props: PathListProps) {
  if (props.paths.length === 0) return null
  return kept(props.paths, `list ${props.starter}`, () => <DrawnList {...props} />)
}

function DrawnList({ frame, paths, starter }: PathListProps) {
  const { t, locale } = frame
  return (
    <section aria-labelledby="paths">
      <div class="wrap paths-head">
        <h2 id="paths">{t('path.title')}</h2>
        {starter ? (
          <p>
            {t('starter.teaser')} <a href={urls.starter(locale)}>{t('starter.go')}</a>
          </p>
        ) : null}
      </div>
      <div class="paths">
        {paths.map((path, i) => (
          <article class={`path ${fields[i % fields.length]}`}>
            <h3>
              <WholeWords text={path.name} />
            </h3>
            <p>{path.description}</p>
            <p class="path__meta">{t('path.meta', { count: path.courses, there: path.there })}</p>
            <div class="path__foot">
              {path.done === undefined ? null : (
                <div>
                  <Steps done={path.done} total={path.courses} />
                  <p class="steps-text">{t('path.mine', { done: path.done, total: path.courses })}</p>
                </div>
              )}
              <a
                class={i % fields.length === 1 ? 'button button--ink' : 'button button--birch'}
                href={urls.path(locale, path.id)}
              >
                {t('path.go', { path: path.name })} <Icon name="arrow" />
              </a>
            </div>
          </article>
        ))}
      </div>
    </section>
  )
}
