import type { BranchPart } from '../../../worker/questions/branch.ts'
import { storyOf } from '../../../worker/questions/story.ts'
import { foldedWords } from '../markdown/folded-words.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { CheckId } from '../problems/checks.ts'
import type { Place } from '../problems/problem.ts'
import type { WrittenPart } from './branch-parts.ts'
import { waysThrough } from './ways-through.ts'

interface StoryFault {
  id: CheckId
  place: Place
  message: string
}

const [fewestParts, mostParts] = [3, 20]
const mostChoices = 4
const deepest = 4

/** What keeps the parts of a story from holding together, first what is wrong with single ones. */
export function storyFaults(parts: readonly WrittenPart[], heading: Place): StoryFault[] {
  if (parts.length < fewestParts || parts.length > mostParts) {
    const example = '"#### Heading", <!-- id: call -->, the text, and its choices as "- [what you do](#heading)"'
    const message = `a branch has ${fewestParts} to ${mostParts} parts, and this one has ${parts.length}; each is ${example}`
    return [{ id: 'S54', place: heading, message }]
  }
  const single = [
    ...parts.flatMap((part) => faultsIn(part)),
    ...doubles(parts),
    ...parts.flatMap((part) => deadLinks(part, parts)),
  ]
  return single.length > 0 ? single : faultsOfWays(parts, heading)
}

/** As far as the links lead somewhere. */
export function shapeOf(parts: readonly WrittenPart[]): BranchPart[] {
  const placeOf = (slug: string) => parts.findIndex((part) => part.slug === slug)
  return parts.map(({ id = '', end, links }): BranchPart => {
    const leads = links.map(({ to }) => placeOf(to)).filter((to) => to !== -1)
    if (end === undefined) return { id, leads }
    const isGood = end === 'good'
    return { id, leads: [], end: isGood ? 'good' : 'bad', ...(isGood || leads.length === 0 ? {} : { back: leads[0]! }) }
  })
}

function faultsIn(part: WrittenPart): StoryFault[] {
  const { id, end, place, title, text, links } = part
  const fault = (message: string): StoryFault => ({ id: 'S54', place, message })
  const faults = []
  if (id === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    faults.push(fault('the part has no id that can be used; write <!-- id: call --> on the line under its heading'))
  if (title.text === '') faults.push(fault('the part has no heading; write a few words after ####'))
  if (text.text === '') faults.push(fault('nothing happens in this part; write what, before its choices'))
  if (end !== undefined && end !== 'good' && end !== 'bad')
    faults.push(fault(`an ending is <!-- end: good --> or <!-- end: bad -->, not "${end.slice(0, 20)}"`))
  else if (end === 'good' && links.length > 0) faults.push(fault('a good ending leads nowhere; take its links away'))
  else if (end === 'bad' && links.length > 1) faults.push(fault('a bad ending leads back to one part, where it turned'))
  else if (end === undefined && (links.length < 2 || links.length > mostChoices))
    faults.push(
      fault(
        `a part has 2 to ${mostChoices} choices, and this one has ${links.length}; an ending has <!-- end: good --> or <!-- end: bad -->`,
      ),
    )
  const folded = links.map((link) => foldedWords(link.text))
  for (const [i, link] of links.entries()) {
    if (folded[i] === '')
      faults.push({ ...fault('the choice has no words; write in the brackets what one does'), place: link.place })
    else if (folded.indexOf(folded[i]!) < i)
      faults.push({
        id: 'S49' as const,
        place: link.place,
        message: 'two choices say the same, so nobody can tell them apart; write them differently',
      })
  }
  return faults
}

function doubles(parts: readonly WrittenPart[]): StoryFault[] {
  return parts.flatMap((part, i) => {
    const before = parts.slice(0, i)
    if (part.id !== undefined && before.some(({ id }) => id === part.id))
      return [{ id: 'S13' as const, place: part.place, message: `the id ${part.id} is used twice in this story` }]
    if (part.slug !== '' && before.some(({ slug }) => slug === part.slug))
      return [
        {
          id: 'S13' as const,
          place: part.place,
          message: 'two parts have the same heading, so a link cannot tell them apart',
        },
      ]
    return []
  })
}

function deadLinks({ links }: WrittenPart, parts: readonly WrittenPart[]): StoryFault[] {
  const slugs = parts.map(({ slug }) => slug)
  return links.flatMap(({ place, to }) => {
    if (slugs.includes(to)) return []
    const message = `no part has the heading #${to.slice(0, 60)}${didYouMean(to, slugs)}`
    return [{ id: 'S34' as const, place, message }]
  })
}

function faultsOfWays(parts: readonly WrittenPart[], heading: Place): StoryFault[] {
  const shape = shapeOf(parts)
  const fault = (place: Place, message: string): StoryFault => ({ id: 'S54', place, message })
  const circle = closesIn(shape)
  if (circle !== undefined)
    return [
      fault(parts[circle]!.place, 'the story goes in a circle through this part; each way has to reach an ending'),
    ]
  const { longest } = storyOf(shape)
  if (longest > deepest) return [fault(heading, `${longest} choices stand one after the other; at most ${deepest}`)]

  const ways = waysThrough(shape)
  const reached = new Set(ways.flatMap((way) => way.parts))
  const faults = parts.flatMap(({ place }, i) => (reached.has(i) ? [] : [fault(place, 'no choice leads to this part')]))
  if (!shape.some(({ end }) => end === 'good'))
    faults.push(fault(heading, 'the story has no good ending; mark one with <!-- end: good -->'))
  if (!shape.some(({ back }) => back !== undefined))
    faults.push(fault(heading, 'no bad ending leads back to where it turned; give one a link there'))
  for (const [i, { back }] of shape.entries()) {
    if (back === undefined) continue
    const isOnAll = ways.every((way) => way.parts.at(-1) !== i || way.parts.slice(0, -1).includes(back))
    if (!isOnAll)
      faults.push(
        fault(parts[i]!.links[0]!.place, 'some ways to this ending do not pass the part that it leads back to'),
      )
  }
  return faults
}

/** A part through which a way comes twice; undefined where there is no circle. */
function closesIn(shape: readonly BranchPart[]): number | undefined {
  const above = new Set<number>()
  const done = new Set<number>()
  const walk = (at: number): number | undefined => {
    if (above.has(at)) return at
    if (done.has(at)) return undefined
    above.add(at)
    for (const to of shape[at]!.leads) {
      const closed = walk(to)
      if (closed !== undefined) return closed
    }
    above.delete(at)
    done.add(at)
    return undefined
  }
  return walk(0)
}
