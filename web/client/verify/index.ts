import { badgeCheck } from './badge-check.ts'
import { badgeVerifier } from './badge-verifier.ts'
import { BadgeYours } from './badge-yours.ts'
import { openSite } from './site.ts'

const site = openSite(location.origin, (address) => fetch(address, { redirect: 'error', credentials: 'omit' }))
customElements.define('badge-verifier', badgeVerifier(site))
customElements.define('badge-check', badgeCheck(site))
customElements.define('badge-yours', BadgeYours)
