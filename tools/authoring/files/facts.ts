import type { Place, Problems } from '../problems/problem.ts'
import type { Fact } from './schemas.ts'

/** The day when somebody read what a fact rests on; undefined for one that nobody has read. */
export function dayRead({ checked, read_on: readOn }: Fact): string | undefined {
  return checked ?? readOn
}

/**
 * Why the sentences that cite a fact are left out; undefined when they are shown. A law is never told from somebody
 * else's account, nor is anything in a lesson about law (data: `read` and what belongs to it, see courses/README.md).
 */
export function whyNotShown(fact: Fact, inLaw: boolean): string | undefined {
  const { read, checker, checked, read_on: readOn, certainty, law } = fact
  if (read === 'none') return 'nobody has read its source'
  if (read === 'original' ? !checker || !checked : !readOn) return 'it does not say who read its source, and when'
  if (certainty !== 'A') return 'its certainty is B'
  if (read === 'summary' && (law === true || inLaw)) return 'a law is not told from a summary'
  return undefined
}

type At = (...keys: (string | number)[]) => Place

/** Reports what does not go together: nobody is named for a source that was not opened. */
export function checkFacts(facts: readonly Fact[], at: At, problems: Problems): void {
  const seen = new Set<string>()
  for (const [i, fact] of facts.entries()) {
    if (seen.has(fact.id)) problems.error('S13', at('facts', i, 'id'), `fact id ${fact.id} is used twice`)
    seen.add(fact.id)
    checkReading(fact, (key) => at('facts', i, key), problems)
  }
}

function checkReading(fact: Fact, at: (key: keyof Fact) => Place, problems: Problems): void {
  const { id, read, checker, checked, read_on: readOn, law } = fact
  const say = (key: keyof Fact, message: string) => problems.error('S43', at(key), `${id}: ${message}`)
  const isOpened = read === 'original'
  if (isOpened && (!checker || !checked))
    say('read', 'read: original takes checker and checked, who opened the official page and when; else it is a copy')
  for (const key of ['checker', 'checked'] as const)
    if (!isOpened && fact[key] !== undefined)
      say(key, `${key} is for read: original alone; take it away, nobody is named for a page that was not opened`)
  const isRead = read === 'copy' || read === 'summary'
  if (isRead && !readOn) say('read', `read: ${read} takes read_on, the day it was read`)
  if (!isRead && readOn !== undefined)
    say('read_on', `read_on is for a copy or a summary; of an original write checked, and of none nothing`)
  if (read === 'summary' && law === undefined && speaksOfLaw(fact))
    say('read', 'it seems to speak of a law; write law: true if it says what one means or asks for, else law: false')
}

/** Words about law, in all their forms; `law:` decides where one only seems to be there. */
const lawWords =
  /§|(?<!\p{L})(?:artik(?:el|lar)|article|art\.|\p{L}*förordning|regulation|directive|direktiv|föreskrift|laws?(?!\p{L})|acts?(?!\p{L})|GDPR|lag(?:en|ar|krav|stift|rum)?(?:s|na|nas)?(?!\p{L})|lagstift|lagkrav)|(?<!\p{L})(?!\p{L}*(?:under|bo|an)lag|(?:för|bak|av|be|an|in|ut|upp|på|om|ned|till|över|mot)?slag)\p{L}+lag(?:en|ar|arna)?s?(?!\p{L})/iu

function speaksOfLaw({ claim, source, place }: Fact): boolean {
  return [claim, source, place].some((text) => lawWords.test(JSON.stringify(text ?? '')))
}
