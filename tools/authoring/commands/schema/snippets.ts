import { type Locale, locales } from '../../../../formats/locales.ts'
import type { QuestionType } from '../../../../worker/questions/registry.ts'
import { estimateExample } from './estimate-example.ts'
import { authoredTypes, authoringOf } from '../../questions/registry.ts'

/** How a snippet is called by whoever types its first letters. */
const begins = { sv: 'fråga', en: 'question' } as const
const guesses = { sv: 'gissning', en: 'estimate' } as const

/** What VS Code offers in a lesson: an estimate and a whole question of each type, in each language, to be written over. */
export function questionSnippets(): Record<string, object> {
  const types = Object.keys(authoredTypes) as QuestionType[]
  const entries = locales.flatMap((locale) => types.map((type) => [`${type}, ${locale}`, snippetOf(type, locale)]))
  const estimates = locales.map((locale) => {
    const body = escaped(estimateExample[locale]).split('\n')
    return [`estimate, ${locale}`, { scope: 'markdown', prefix: guesses[locale], body }]
  })
  return Object.fromEntries([...entries, ...estimates])
}

function snippetOf(type: QuestionType, locale: Locale): object {
  const text = authoringOf({ type }).example[locale].trimEnd()
  return { scope: 'markdown', prefix: `${begins[locale]}-${type}`, body: escaped(text).split('\n') }
}

/** The id and the outcome are asked for, the rest is there to be written over: https://code.visualstudio.com/docs/editing/userdefinedsnippets */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\$}]/g, '\\$&')
    .replace(/my-(?:question|estimate)/, '${1:$&}')
    .replace('CHK-1a', '${2:CHK-1a}')
}
