import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'

import { describeApi } from '../../../worker/api.ts'

const document = JSON.parse(JSON.stringify(describeApi())) as {
  openapi: string
  paths: Record<string, Record<string, { security?: object[]; responses: Record<string, object>; summary: string }>>
  components: { schemas: Record<string, object> }
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
)

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate(structuredClone(document))
  expect(result.errors).toBeUndefined()
  expect(result.valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('the validator does refuse a document that is wrong', async () => {
  const wrong = { ...structuredClone(document), paths: { 'no-slash': { get: {} } } }
  expect((await new Validator().validate(wrong)).valid).toBe(false)
})

test('every operation that needs a person says so, and that it answers 401', () => {
  const needing = operations.filter(({ security }) => security && !security.some((each) => !Object.keys(each).length))
  expect(needing.length).toBeGreaterThan(12)
  for (const { name, responses } of needing) expect(responses, name).toHaveProperty('401')
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name!,
  )
  expect(references.length).toBeGreaterThan(20)
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(references))
})

test('the description names every operation of the API', () => {
  expect(operations.map(({ name }) => name).toSorted()).toMatchInlineSnapshot(`
    [
      "DELETE /api/v1/companies/{company}/members/{member}",
      "DELETE /api/v1/companies/{company}/membership",
      "GET /api/v1/companies",
      "GET /api/v1/companies/{company}/members",
      "GET /api/v1/companies/{company}/seen",
      "GET /api/v1/competences",
      "GET /api/v1/courses",
      "GET /api/v1/courses/{course}",
      "GET /api/v1/courses/{course}/attempts",
      "GET /api/v1/courses/{course}/attempts/{id}",
      "GET /api/v1/courses/{course}/lessons/{lesson}",
      "GET /api/v1/invitations/{code}",
      "GET /api/v1/progress",
      "PATCH /api/v1/companies/{company}/members/{member}",
      "POST /api/v1/companies",
      "POST /api/v1/companies/{company}/invitations",
      "POST /api/v1/companies/{company}/members/{member}/restoration",
      "POST /api/v1/courses/{course}/attempts",
      "POST /api/v1/invitations/{code}/memberships",
      "PUT /api/v1/companies/{company}/shares",
      "PUT /api/v1/courses/{course}/attempts/{id}/draft",
      "PUT /api/v1/courses/{course}/attempts/{id}/submission",
      "PUT /api/v1/courses/{course}/lessons/{lesson}/answers/{id}",
    ]
  `)
})
