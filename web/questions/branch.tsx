import { raw } from '../html/html.ts'

import type { AnsweredBranch, BranchView } from '../../worker/questions/branch.ts'
import { Icon } from '../components/icon.tsx'
import type { Frame } from '../frame.ts'
import { stepsAt } from '../urls.ts'
import type { FieldsProps, PartsProps, TypePages } from './type-pages.ts'

/** A story of which one part is shown at a time; each choice leads on, and can be gone back from. */
export const branch: TypePages<BranchView, AnsweredBranch> = {
  prompt: (t) => t('question.do.branch'),
  button: () => undefined,
  Fields: Part,
  verdict: (t, { ending, correct }) => ({
    words: t(!ending ? 'question.not-right' : correct ? 'question.story.good' : 'question.story.bad'),
    shape: correct ? 'right' : 'wrong',
  }),
  Parts: Ending,
  isAnswered: ({ ending }) => ending !== null,
}

function Part({ frame, question, names, lesson }: FieldsProps<BranchView>) {
  const { t } = frame
  const { trail, part, options, path, longest } = question
  return (
    <div class="story">
      {trail.length > 0 ? (
        <Trail frame={frame} trail={trail}>
          <li aria-current="step">
            <span>
              {t('question.story.here', { part: trail.length + 1, longest: Math.max(longest, trail.length + 1) })}
            </span>
          </li>
        </Trail>
      ) : null}
      <h3 tabindex={-1} data-step>
        {raw(part.title)}
      </h3>
      {raw(part.text)}
      {path.map((token) => (
        <input type="hidden" name={names.tokens} value={token} />
      ))}
      <div class="choices">
        {options.map(({ token, text }) => (
          <button class="button button--plain" name={names.tokens} value={token}>
            <span>{raw(text)}</span> <Icon name="arrow" />
          </button>
        ))}
      </div>
      {lesson && path.length > 0 ? (
        <p>
          <a class="alone" href={stepsAt(lesson, question, path.slice(0, -1))}>
            {t('question.story.back')}
          </a>
        </p>
      ) : null}
    </div>
  )
}

interface TrailProps {
  frame: Frame
  trail: BranchView['trail']
  children?: ReturnType<typeof raw>
}

/** The way here: each part, and what was done in it. */
function Trail({ frame: { t }, trail, children }: TrailProps) {
  return (
    <ol class="trail" aria-label={t('question.story.trail')}>
      {trail.map(({ part, choice }) => (
        <li>
          <span>
            <b>{raw(part)}:</b> {raw(choice)}
          </span>
        </li>
      ))}
      {children}
    </ol>
  )
}

function Ending({ frame, question: { id, trail, ending, back }, retry }: PartsProps<AnsweredBranch>) {
  return (
    <div class="story">
      <Trail frame={frame} trail={trail} />
      {ending ? (
        <div class={`ending ${ending.isGood ? 'f-forest' : 'f-copper'}`}>
          <h4>{raw(ending.title)}</h4>
          {raw(ending.text)}
          {back && retry ? (
            <p class="question__foot">
              <a class="button button--ink" href={stepsAt(retry.lesson, { id, version: retry.version }, back.path)}>
                {raw(back.text)} <Icon name="arrow" />
              </a>
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
