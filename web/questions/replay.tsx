import { raw } from '../html/html.ts'

import type { AnsweredReplay, ReplayView } from '../../worker/questions/replay.ts'
import { Icon } from '../components/icon.tsx'
import { PracticeElement } from '../components/practice-element.tsx'
import type { Translate } from '../messages/translate.ts'
import { Picks } from './picks.tsx'
import type { PartsProps, TypePages } from './type-pages.ts'

/** Choose a prompt, read what it was answered, and then what is wrong with that. */
export const replay: TypePages<ReplayView, AnsweredReplay> = {
  prompt: (t) => t('question.do.replay'),
  button: (t) => t('question.replay.show'),
  Fields: ({ frame: { t }, question: { recorded, options }, names, given, required }) => (
    <>
      <Picks name={names.tokens} isOne options={options} given={given} required={required} />
      <p class="soft">
        {t(recorded ? 'question.replay.recorded-all' : 'question.replay.written-all')} {t('question.replay.no-ai')}
      </p>
    </>
  ),
  /** Whether the answer holds is for the learner to see first. */
  verdict: (t) => ({ words: t('question.replay.read'), shape: undefined }),
  Parts: (props) => (
    <div class="replay">
      {props.question.reply ? <Reply {...props} reply={props.question.reply} /> : null}
      <Others {...props} />
    </div>
  ),
  isAnswered: ({ reply }) => reply !== null,
}

type ReplyProps = PartsProps<AnsweredReplay> & { reply: NonNullable<AnsweredReplay['reply']> }

function Reply({ frame: { t }, question: { recorded }, reply }: ReplyProps) {
  return (
    <>
      <p>
        {t('question.replay.tried')} <b>{raw(reply.prompt)}</b>
      </p>
      <blockquote class="quote quote--tool">
        <p class="quote__from">{originOf(t, recorded)}</p>
        {raw(reply.text)}
      </blockquote>
      <p>{t('question.replay.look')}</p>
      <details class="reveal">
        <summary>{t(reply.holds ? 'question.replay.holds' : 'question.replay.fault')}</summary>
        <p>{raw(reply.feedback)}</p>
      </details>
    </>
  )
}

function originOf(t: Translate, recorded: string | null): string {
  return recorded ? t('question.replay.recorded', { day: new Date(recorded) }) : t('question.replay.written')
}

/** The other prompts, each a press away. */
function Others({ frame, question: { id, others }, retry }: PartsProps<AnsweredReplay>) {
  if (!retry || others.length === 0) return null
  return (
    <PracticeElement frame={frame} question={id} version={retry.version}>
      <form class="choices" method="post" action={`${retry.action}#q-${id}`}>
        <p>
          <b>{frame.t('question.replay.other')}</b>
        </p>
        <input type="hidden" name="id" value={retry.answerId} />
        <input type="hidden" name="version" value={retry.version} />
        {others.map(({ token, text }) => (
          <button class="button button--plain" name="o" value={token}>
            <span>{raw(text)}</span> <Icon name="arrow" />
          </button>
        ))}
      </form>
    </PracticeElement>
  )
}
