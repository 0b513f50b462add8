import { randomId } from '../../worker/chance.ts'
import { nameKey } from '../../worker/companies/name-key.ts'
import { startCompany } from '../../worker/companies/start-company.ts'
import type { Question } from '../../formats/catalogue/catalogue.ts'
import { wholeCourse } from '../../worker/courses/course-parts.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { openAttempt } from '../../worker/quizzes/open-attempt.ts'
import type { Given } from '../../worker/questions/given.ts'
import { optionTokens } from '../../worker/quizzes/option-tokens.ts'
import { readAttempt } from '../../worker/quizzes/read-attempt.ts'
import { submitAnswer } from '../../worker/quizzes/submit-answer.ts'
import { submitAttempt } from '../../worker/quizzes/submit-attempt.ts'
import type { SignedInVisit } from '../../worker/visit.ts'
import { authoringOf } from '../authoring/questions/registry.ts'
import { type DemoTarget, type DemoWorld, openWorld } from './demo-visit.ts'
import { type DemoPerson, orsaRedovisning, siljansPlat } from './people.ts'

const course = 'granska-svaret'
const day = 86_400_000
const startedDaysAgo = 60

/** Makes the demo's companies and people, through the product's own verbs and on days of their own. */
export async function seedDemo(target: DemoTarget): Promise<void> {
  const world = openWorld(target)
  try {
    await makeCompany(world, 'Siljans Plåt AB', { municipality: '2081', sector: 'C', size: '10-49' }, siljansPlat)
    await makeCompany(world, 'Orsa Redovisning', { municipality: '2034', sector: 'M', size: '1' }, orsaRedovisning)
  } finally {
    world.close()
  }
}

type CompanyFacts = { municipality: string; sector: string; size: '1' | '10-49' }

async function makeCompany(world: DemoWorld, name: string, facts: CompanyFacts, people: DemoPerson[]): Promise<void> {
  const began = daysAgo(startedDaysAgo)
  const [founder, ...others] = people
  const owner = await world.makeLearner(founder!.email, founder!.name, began)
  const { id: company } = await startCompany(world.visit(owner, began), {
    name,
    ...facts,
    displayName: founder!.name,
    share: 'all',
    courses: [],
  })
  await learn(world, owner, founder!)

  for (const person of others) {
    const learner = await world.makeLearner(person.email, person.name, began)
    await world.db.insert(memberships).values({
      id: randomId(),
      company,
      learner: learner.id,
      role: person.role,
      name: person.name,
      nameKey: nameKey(person.name),
      termsVersion: 1,
      joinedAt: began,
    })
    await learn(world, learner, person)
  }
}

async function learn(world: DemoWorld, learner: SignedInVisit['learner'], person: DemoPerson): Promise<void> {
  const { lessons } = await wholeCourse(world.catalogue, course)
  const visit = world.visit(learner, daysAgo(person.daysAgo))
  for (const lesson of lessons.slice(0, person.lessons)) {
    for (const question of lesson.questions) await practise(visit, lesson.id, question)
  }
  if (person.test !== 'none') await takeTest(visit, person.test === 'passed')
}

async function practise(visit: SignedInVisit, lesson: string, question: Question): Promise<void> {
  await submitAnswer(visit, {
    id: crypto.randomUUID(),
    course,
    lesson,
    question: question.id,
    version: question.version,
    given: await givenTo(visit, question, true),
  })
}

async function takeTest(visit: SignedInVisit, pass: boolean): Promise<void> {
  const attempt = await openAttempt(visit, course)
  const { questions } = await readAttempt(visit, course, attempt.id)
  const entries = questions.map(
    async (question, i) => [question.id, await givenTo(visit, question, pass || i < 5)] as const,
  )
  await submitAttempt(visit, course, attempt.id, Object.fromEntries(await Promise.all(entries)))
}

/** A right answer, or a wrong one, as a form would send it. */
export async function givenTo({ locale, settings }: SignedInVisit, question: Question, right: boolean): Promise<Given> {
  return authoringOf(question).give(question, right, { locale, tokens: await optionTokens(question, settings.SECRET) })
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * day)
}
