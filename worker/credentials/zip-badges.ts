import { type Zippable, strToU8, zipSync } from 'fflate'

import { bakedPng } from './baked-png.ts'

interface SignedBadge {
  award: string
  badge: string
  picture: string
  json: string | null
  jwt: string | null
}

/** All of a learner's signed badges in one file: each as a picture with the proof in it, as JSON and as JWT. */
export async function zipBadges(held: SignedBadge[]): Promise<Uint8Array<ArrayBuffer>> {
  const files: Zippable = {}
  for (const { award, badge, picture, json, jwt } of held) {
    if (!json || !jwt) continue
    const name = `${badge}-${award.slice(0, 8)}`
    files[`${name}.json`] = strToU8(json)
    files[`${name}.jwt`] = strToU8(jwt)
    // oxlint-disable-next-line no-await-in-loop -- no query: one picture at a time is in memory
    const png = await bakedPng(picture, json)
    if (png) files[`${name}.png`] = [png, { level: 0 }]
  }
  return new Uint8Array(zipSync(files))
}
