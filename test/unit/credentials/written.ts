import { issuerOf } from '../../../worker/credentials/issuer.ts'
import { buildCredential, type CredentialFacts } from '../../../worker/credentials/build-credential.ts'
import { signCredential } from '../../../worker/credentials/sign-credential.ts'
import type { SigningKey } from '../../../worker/credentials/signing-keys.ts'
import { makeKey } from '../../../tools/keys/make-key.ts'

export const key = makeKey(new Date('2026-11-24'))
export const issuer = issuerOf({ BASE_URL: 'https://navet.example', ISSUER_NAME: 'Navet' }, key)
export const demoIssuer = issuerOf({ BASE_URL: 'http://127.0.0.1:8787', ISSUER_NAME: 'Navet' }, key)

export const facts: CredentialFacts = {
  award: '0123456789abcdef0123456789abcdef',
  badge: 'ai-granskare',
  version: '8ea34257685fbd1f49f525225d21e65f',
  day: '2026-11-24',
  achievement: {
    name: { sv: 'AI-granskare', en: 'AI Checker' },
    title: { sv: 'Granska svaret', en: 'Check the answer' },
    picture: 'CHK-2',
    test: { questions: 10, passMark: 8, pool: 24, lessons: 5 },
    courses: ['granska-svaret'],
    outcomes: [{ id: 'CHK-1a', sv: 'hitta påståenden', en: 'find claims' }],
    alignments: [
      { framework: 'Navet', code: 'CHK-2', name: { sv: 'Granska AI, Tillämpa', en: 'Check AI, Apply' } },
      { framework: 'DigComp 3.0', code: '1.2', name: { sv: 'Evaluating information', en: 'Evaluating information' } },
    ],
  },
  subject: 'urn:uuid:e7506e2b-5a66-4d1c-bb89-2e605bfaa440',
  validFrom: new Date('2026-11-23T23:00:00Z'),
  holder: null,
  emailHash: null,
  emailSalt: null,
  statusList: 1,
  statusIndex: 37_020,
}

export function signed(more: Partial<CredentialFacts> = {}, by = issuer, with_: SigningKey = key) {
  return signCredential(buildCredential({ ...facts, ...more }, by), by, with_)
}
