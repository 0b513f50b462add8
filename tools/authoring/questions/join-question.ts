import type { InBoth, Question } from '../../../formats/catalogue/catalogue.ts'
import { inBoth } from '../language/in-both.ts'
import { checkParity } from './check-parity.ts'
import { keyHashOf, textHashOf, versionOf } from '../files/hashes.ts'
import { renderPhrase } from '../markdown/render-phrases.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { authoringOf, type WrittenQuestion } from './registry.ts'

/** Puts the two languages of a question together, and reports where they disagree. */
export function joinQuestion(
  pair: InBoth<WrittenQuestion>,
  contexts: InBoth<MarkdownContext>,
  problems: Problems,
): Question | undefined {
  checkParity(pair, problems)
  const authoring = authoringOf(pair.sv)
  // What is missing, or differs, has been reported.
  if (authoring !== authoringOf(pair.en) || !authoring.isWhole(pair.sv) || !authoring.isWhole(pair.en)) return undefined

  const named = nameOf(pair)
  const text = inBoth((locale) => authoring.text(pair[locale], contexts[locale]))
  const hints = inBoth((locale) => pair[locale].hints.map((hint) => renderPhrase(hint, contexts[locale])))
  return (
    named && ({ ...named, ...(hints.sv.length > 0 ? { hints } : {}), ...authoring.compile(pair.sv), text } as Question)
  )
}

function nameOf(pair: InBoth<WrittenQuestion>) {
  const { head, type, place } = pair.sv
  if (!head.value) return undefined

  const { id, competence, kind, from } = head.value
  const authoring = authoringOf(pair.sv)
  const [ordinals, key] = [authoring.ordinals(pair.sv), authoring.key(pair.sv)]
  const keyHash = keyHashOf({ type, ordinals, key, competence })
  const textHash = inBoth((locale) => textHashOf(authoring.source(pair[locale])))
  const version = versionOf(courseOf(place), id, keyHash, textHash)
  return { id, version, keyHash, textHash, kind, competence, ...(from === undefined ? {} : { from }) }
}

/** The course's folder: a file's path ends in `course/sv/file.md`. */
function courseOf({ path }: Place): string {
  return path.split('/').at(-3) ?? ''
}
