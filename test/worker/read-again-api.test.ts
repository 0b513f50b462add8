import { expect, test } from 'vitest'

import { course as otherCourse, lesson as otherLesson } from '../support/lessons.ts'
import { signedIn } from '../support/people.ts'
import { answerTo, call, lessonPath } from '../unit/api/support.ts'

const lesson = '/courses/all-types/lessons/every-type'
const taught = {
  course: 'all-types',
  lesson: 'every-type',
  heading: 'read-first',
  title: 'Läs först',
  href: '/sv/courses/all-types/every-type#s-read-first',
}

test('a marked answer says where it can be read again, and so does the lesson from then on', async () => {
  const browser = await signedIn()
  const read = () => call(browser, 'GET', `${lesson}?locale=sv`)
  const of = (json: { questions: { question: { id: string } }[] }, id: string) =>
    json.questions.find(({ question }) => question.id === id)! as any
  const { question } = of((await read()).json, 'send-order')
  const tokens = question.options.map(({ token }: { token: string }) => token)
  const put = await call(browser, 'PUT', `${lesson}/answers/${crypto.randomUUID()}?locale=sv`, {
    question: 'send-order',
    version: question.version,
    tokens,
  })
  expect(put.json.readAgain).toEqual(taught)
  expect(of((await read()).json, 'send-order').readAgain).toEqual(taught)
  const inEnglish = of((await call(browser, 'GET', `${lesson}?locale=en`)).json, 'send-order').readAgain
  expect(inEnglish).toMatchObject({ title: 'Read first', href: '/en/courses/all-types/every-type#s-read-first' })
})

test('of a question that names no place there is none', async () => {
  const browser = await signedIn()
  const id = crypto.randomUUID()
  const sent = await answerTo(browser, 'nuts-promise', 'Löftet')
  const put = await call(browser, 'PUT', `${lessonPath}/answers/${id}?locale=sv`, sent)
  expect(lessonPath).toContain(`${otherCourse}/lessons/${otherLesson}`)
  expect(put.json).toMatchObject({ kept: true, readAgain: null })
})

test('the review of a badge test says it of every question, and nothing of it before the submission', async () => {
  const browser = await signedIn()
  const attempts = '/courses/all-types/attempts'
  const opened = await call(browser, 'POST', `${attempts}?locale=sv`)
  expect(opened.text).not.toMatch(/readAgain|read-first/)
  const path = `${attempts}/${opened.json.id}`
  const submitted = await call(browser, 'PUT', `${path}/submission?locale=sv`, { answers: {} })
  expect(submitted.json.questions).toHaveLength(10)
  for (const { readAgain } of submitted.json.questions) expect(readAgain).toEqual(taught)
  expect((await call(browser, 'GET', `${path}?locale=sv`)).json).toEqual(submitted.json)
})
