import { describe, expect, test } from 'vitest'

import { readSettings } from '../../../worker/env.ts'
import { isPublic } from '../../../worker/is-public.ts'

const enough = { LIBSQL_URL: 'http://127.0.0.1', SECRET: 'x'.repeat(32) }
const named = { CONTROLLER_NAME: 'Falu Verkstad AB', CONTACT_EMAIL: 'data@verkstad.example' }

describe('an address that the internet reaches', () => {
  test.each([
    'https://navet.se',
    'http://navet.dalarnasciencepark.se/',
    'http://8.8.8.8:8787',
    'https://[2001:db8::1]',
  ])('%s does not start without somebody who answers for the data', (address) => {
    expect(isPublic(address)).toBe(true)
    expect(() => readSettings({ ...enough, BASE_URL: address })).toThrow('CONTROLLER_NAME and CONTACT_EMAIL')
    expect(() => readSettings({ ...enough, BASE_URL: address, CONTROLLER_NAME: 'A' })).toThrow('CONTACT_EMAIL')
    expect(readSettings({ ...enough, BASE_URL: address, ...named }).CONTROLLER_NAME).toBe('Falu Verkstad AB')
  })

  test.each([
    'http://127.0.0.1:8787',
    'http://localhost:8787',
    'http://[::1]:8787',
    'http://[fd12:3456::1]',
    'http://10.0.0.4',
    'http://172.20.1.1',
    'http://192.168.1.5:8787',
    'http://verkstadspc:8787',
    'http://navet.local',
    'https://navet.example',
  ])('%s is somebody\u2019s own, or a name that nobody can have', (address) => {
    expect(isPublic(address)).toBe(false)
    expect(() => readSettings({ ...enough, BASE_URL: address })).not.toThrow()
  })

  test('an address that only looks like one of one\u2019s own is public', () => {
    for (const address of ['https://10.example.se', 'https://localhost.se', 'https://172.32.0.1', 'https://127.se'])
      expect(isPublic(address), address).toBe(true)
  })
})

test.each([
  ['ftp://navet.example', 'an address of the web'],
  ['javascript:alert(1)', 'an address of the web'],
  ['https://kim:secret@navet.example', 'no user or password'],
])('%s is no address to start with', (address, why) => {
  expect(() => readSettings({ ...enough, BASE_URL: address })).toThrow(why)
})
