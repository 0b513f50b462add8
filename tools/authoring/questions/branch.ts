import type { BranchPart, BranchQuestion } from '../../../worker/questions/branch.ts'
import { locales } from '../../../formats/locales.ts'
import { haveMoved } from './have-moved.ts'
import { storyOf } from '../../../worker/questions/story.ts'
import { wordsOf } from '../language/measure.ts'
import { foldedWords } from '../markdown/folded-words.ts'
import type { Markdown } from '../markdown/markdown.ts'
import { textOf } from '../markdown/prose.ts'
import { renderPhrase, renderStem, renderText } from '../markdown/render-phrases.ts'
import { readParts, type WrittenPart } from './branch-parts.ts'
import { isPartHeading } from './part-heading.ts'
import { readStem, splitAt } from './read-parts.ts'
import { shapeOf, storyFaults } from './story-checks.ts'
import type { TypeAuthoring, Written } from './type-authoring.ts'
import { waysThrough } from './ways-through.ts'

export interface WrittenBranch extends Written {
  type: 'branch'
  parts: WrittenPart[]
}

export const branch: TypeAuthoring<WrittenBranch, BranchQuestion> = {
  keys: [],
  isPracticeOnly: true,
  hasParts: true,
  isSeenIn: () => false,
  follows: 'parts',
  parts: 'choices',
  read({ lines, place }, problems) {
    const [before, story] = splitAt(lines, lines.findIndex(isPartHeading))
    return { type: 'branch', stem: readStem(before, place, problems), parts: readParts(story, place, problems) }
  },
  check({ parts, place }, problems) {
    for (const fault of storyFaults(parts, place)) problems.error(fault.id, fault.place, fault.message)
  },
  teach: () => undefined,
  parity({ sv, en }, say) {
    if (en.parts.length !== sv.parts.length)
      say(en.place, `${en.parts.length} parts, but ${sv.parts.length} in Swedish`)
    for (const [i, part] of en.parts.entries()) {
      const other = sv.parts[i]
      if (!other) return
      if (part.id !== other.id || part.end !== other.end)
        return say(part.place, `part ${i + 1} has another id or end than in Swedish`)
      if (String(leadsOf(en.parts, part)) !== String(leadsOf(sv.parts, other)))
        return say(part.place, 'its choices lead to other parts than in Swedish')
    }
  },
  isWhole: ({ parts, place }) => storyFaults(parts, place).length === 0,
  pieces: ({ parts }) => parts.flatMap(({ title, text, links }) => [title, text, ...links.map((link) => link.text)]),
  key: ({ parts }) => parts.flatMap(({ id, end }) => (id !== undefined && end === 'good' ? [id] : [])),
  ordinals: ({ parts }) => parts.flatMap(({ end, links }) => (end ? [] : links)).length,
  source: ({ stem, parts }) => ({
    parts: parts.map(({ title, text, links }) => ({
      choices: links.map((link) => ({ leads: link.to, text: link.text.text })),
      text: text.text,
      title: title.text,
    })),
    stem: stem.text,
  }),
  compile: ({ parts }) => ({ type: 'branch', parts: shapeOf(parts) }),
  text: ({ stem, parts }, context) => ({
    stem: renderStem(stem, context),
    parts: parts.map(({ title, text, links }) => ({
      title: renderPhrase(title, context),
      text: renderText(text, context),
      choices: links.map((link) => renderPhrase(link.text, context)),
    })),
  }),
  asks: ({ parts }) =>
    parts.map(({ title, links }) => [foldedWords(title), links.map(({ text }) => foldedWords(text))]),
  wordsToRead({ parts }) {
    const shape = shapeOf(parts)
    const words = parts.map(({ title, text, links }) => [title, text, ...links.map((link) => link.text)].reduce(sum, 0))
    const long = waysThrough(shape).map((way) => way.parts.reduce((total, part) => total + words[part]!, 0))
    return Math.max(0, ...long)
  },
  cues: () => [],
  faulty: () => undefined,
  swapped(old, now) {
    const shapes = [old, now].map(({ parts }) => JSON.stringify(parts.map((part) => named(parts, part))))
    if (shapes[0] !== shapes[1]) return 'its choices lead elsewhere, so other ways through it are right'
    const moved = locales.some((locale) =>
      now.text[locale].parts.some(({ choices }, i) => haveMoved(old.text[locale].parts[i]!.choices, choices)),
    )
    return moved ? 'its choices have changed places, so other ways through it are right' : undefined
  },
  give({ parts }, right, { tokens }) {
    const way = waysThrough(parts).find(({ parts: through }) => (parts[through.at(-1)!]!.end === 'good') === right)!
    return way.choices.map((ordinal) => tokens[ordinal]!)
  },
  export({ parts, text }, locale) {
    const { stem, parts: told } = text[locale]
    const { choices } = storyOf(parts)
    const written = told.map(({ title, text, choices }, at) => {
      const leads = choices.map(
        (words, i) => `<p>${words} → ${told[parts[at]!.leads[i] ?? parts[at]!.back ?? at]!.title}</p>`,
      )
      return `<strong>${title}</strong>${text}${leads.join('')}`
    })
    const good = waysThrough(parts).find((way) => parts[way.parts.at(-1)!]!.end === 'good')!
    const answer = good.choices.map((ordinal) => told[choices[ordinal]!.part]!.choices[choices[ordinal]!.nth]!)
    return { form: 'reading', stem, parts: written, answer, feedback: told[good.parts.at(-1)!]!.text }
  },
  example: {
    sv: `### Fråga 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario, type: branch } -->

Du står i receptionen när telefonen ringer, och rösten är chefens. Hur går det?

#### Samtalet
<!-- id: call -->

"Jag sitter i möte och kommer inte åt banken. Kan du betala en faktura åt mig före fem?"

- [Betala. Du hör ju att det är hon.](#kontot-är-tomt)
- [Säg att du ringer upp, och lägg på.](#hon-svarar)

#### Hon svarar
<!-- id: answers -->
<!-- end: good -->

Hon har inte ringt. Det kostade en minut, och nu vet ni att någon försöker.

#### Kontot är tomt
<!-- id: empty -->
<!-- end: bad -->

Klockan fem har pengarna gått iväg. Ring banken med en gång.

- [Tillbaka till samtalet](#samtalet)`,
    en: `### Question 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario, type: branch } -->

You are in reception when the phone rings, and the voice is your boss's. How does it end?

#### The call
<!-- id: call -->

"I'm in a meeting and can't reach the bank. Can you pay an invoice for me before five?"

- [Pay. You can hear that it is her.](#the-account-is-empty)
- [Say that you will call back, and hang up.](#she-answers)

#### She answers
<!-- id: answers -->
<!-- end: good -->

She had not called. It cost a minute, and now you know that somebody is trying.

#### The account is empty
<!-- id: empty -->
<!-- end: bad -->

At five the money has gone. Ring the bank at once.

- [Back to the call](#the-call)`,
  },
}

function sum(total: number, text: Markdown): number {
  return total + wordsOf(textOf(text)).length
}

/** The places of the parts that a part's links lead to. */
function leadsOf(parts: readonly WrittenPart[], { links }: WrittenPart): number[] {
  return links.map(({ to }) => parts.findIndex(({ slug }) => slug === to))
}

/** A part by ids: what stays when a part is put in before it. */
function named(parts: readonly BranchPart[], { id, leads, end }: BranchPart) {
  return { id, leads: leads.map((to) => parts[to]!.id), end, of: storyOf(parts).choices.length }
}
