import { BadgeTest } from './badge-test.ts'
import { LateChoices } from './late-choices.ts'

// Loaded after the script of every page, so that the parts of its questions are there already.
customElements.define('badge-test', BadgeTest)
customElements.define('late-choices', LateChoices)
