import { HTTPException } from 'hono/http-exception'

import { companiesApi } from './companies/api.ts'
import { locales } from '../formats/catalogue/catalogue.ts'
import { apiApp } from './http/api-app.ts'
import { learningApi } from './learning/api.ts'
import { quizzesApi } from './quizzes/api.ts'
import { Refusal } from './refusal.ts'
import { reportsApi } from './reports/api.ts'

/** `/api/v1`: what the pages give people, for programs, through the same verbs. */
export const api = apiApp()

// Thrown on, so that http/answer-errors stays the one place where an error becomes an answer.
api.onError((error) => {
  throw error instanceof HTTPException ? new Refusal('invalid', 'the JSON cannot be read') : error
})

api.use('/api/v1/*', async (c, next) => {
  const locale = locales.find((each) => each === c.req.query('locale'))
  if (locale) c.set('visit', { ...c.var.visit, locale })
  await next()
})

api.route('/', learningApi)
api.route('/', quizzesApi)
api.route('/', companiesApi)
api.route('/', reportsApi)

api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
  type: 'apiKey',
  in: 'cookie',
  name: '__Host-navet.session_token',
  description: 'The session cookie of somebody who signed in on the site. On plain http: `navet.session_token`.',
})

let document: ReturnType<typeof describeApi> | undefined

api.get('/api/v1/openapi.json', (c) => c.json((document ??= describeApi())))

/** The API as OpenAPI 3.1, made from the zod schemas. */
export function describeApi() {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Navet',
      version: '1',
      description:
        'Courses, practice, badge tests and teams. Signed out, what needs a person answers 401. ' +
        'Problems are `application/problem+json` (RFC 9457).',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/' }],
  })
}
