import type { InBoth, InTexts, Question } from '../../../formats/catalogue/catalogue.ts'
import { inBoth } from '../language/in-both.ts'
import { checkEasyParity, checkParity } from './check-parity.ts'
import { keyHashOf, textHashOf, versionOf } from '../files/hashes.ts'
import { renderPhrase } from '../markdown/render-phrases.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import { type Place, Problems } from '../problems/problem.ts'
import { authoringOf, type WrittenQuestion } from './registry.ts'

/** Puts the languages of a question together, and easy Swedish where there is any, and reports where they disagree. */
export function joinQuestion(
  pair: InBoth<WrittenQuestion>,
  contexts: InBoth<MarkdownContext>,
  problems: Problems,
  written?: WrittenQuestion,
): Question | undefined {
  checkParity(pair, problems)
  const authoring = authoringOf(pair.sv)
  // What is missing, or differs, has been reported.
  if (authoring !== authoringOf(pair.en) || !authoring.isWhole(pair.sv) || !authoring.isWhole(pair.en)) return undefined

  const easy = written && asEasy(pair.sv, written, problems)
  const named = nameOf(pair, easy)
  const inTexts = <T>(make: (question: WrittenQuestion, context: MarkdownContext) => T): InTexts<T> => ({
    ...inBoth((locale) => make(pair[locale], contexts[locale])),
    ...(easy ? { easy: make(easy, contexts.sv) } : {}),
  })
  const text = inTexts((question, context) => authoring.text(question, context))
  const hints = inTexts((question, context) => question.hints.map((hint) => renderPhrase(hint, context)))
  return (
    named && ({ ...named, ...(hints.sv.length > 0 ? { hints } : {}), ...authoring.compile(pair.sv), text } as Question)
  )
}

/** The easy words, where they are those of the same question. */
function asEasy(sv: WrittenQuestion, easy: WrittenQuestion, problems: Problems): WrittenQuestion | undefined {
  const own = new Problems()
  checkEasyParity(sv, easy, own)
  problems.include(own)
  return own.errors === 0 && authoringOf(easy).isWhole(easy) ? easy : undefined
}

function nameOf(pair: InBoth<WrittenQuestion>, easy: WrittenQuestion | undefined) {
  const { head, type, place } = pair.sv
  if (!head.value) return undefined

  const { id, competence, kind, from } = head.value
  const authoring = authoringOf(pair.sv)
  const [ordinals, key] = [authoring.ordinals(pair.sv), authoring.key(pair.sv)]
  const keyHash = keyHashOf({ type, ordinals, key, competence })
  const textHash: InTexts<string> = {
    ...inBoth((locale) => textHashOf(authoring.source(pair[locale]))),
    ...(easy ? { easy: textHashOf(authoring.source(easy)) } : {}),
  }
  const version = versionOf(courseOf(place), id, keyHash, textHash)
  return { id, version, keyHash, textHash, kind, competence, ...(from === undefined ? {} : { from }) }
}

/** The course's folder: a file's path ends in `course/sv/file.md`. */
function courseOf({ path }: Place): string {
  return path.split('/').at(-3) ?? ''
}
