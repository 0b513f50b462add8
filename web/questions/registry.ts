import type { AnsweredView, Of, QuestionType, QuestionView } from '../../worker/questions/registry.ts'
import { branch } from './branch.tsx'
import { choice } from './choice.tsx'
import { match } from './match.tsx'
import { number } from './number.tsx'
import { order } from './order.tsx'
import { replay } from './replay.tsx'
import { spot } from './spot.tsx'
import { text } from './text.tsx'
import type { TypePages } from './type-pages.ts'

const pages: { [Type in QuestionType]: TypePages<Of<QuestionView, Type>, Of<AnsweredView, Type>> } = {
  single: choice,
  multiple: choice,
  order,
  text,
  number,
  spot,
  match,
  replay,
  branch,
}

/** What the pages know of a question's type. */
export function pagesOf({ type }: { type: QuestionType }): TypePages<QuestionView, AnsweredView> {
  return pages[type] as TypePages<QuestionView, AnsweredView>
}
