import { badgeCheck } from './badge-check.ts'
import { badgeVerifier } from './badge-verifier.ts'
import { BadgeYours } from './badge-yours.ts'
import { Checker } from './checker.ts'
import { readWords } from './words.ts'

const start = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
const checker = new Checker(start, readWords().issuers)
customElements.define('badge-verifier', badgeVerifier(checker))
customElements.define('badge-check', badgeCheck(checker))
customElements.define('badge-yours', BadgeYours)
