import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const id = 'virtual:page-assets'
const sources = {
  stylesheet: 'web/styles/index.css',
  badgeStyles: 'web/styles/pages/badge.css',
  certificateStyles: 'web/styles/pages/certificate.css',
  companyStyles: 'web/styles/pages/company.css',
  competencesStyles: 'web/styles/pages/competences.css',
  inviteStyles: 'web/styles/pages/invite.css',
  meStyles: 'web/styles/pages/me.css',
  statusStyles: 'web/styles/pages/status.css',
  testStyles: 'web/styles/pages/test.css',
  waysStyles: 'web/styles/pages/ways.css',
  script: 'web/client/index.ts',
  copyScript: 'web/client/copy-field.ts',
  passkeyScript: 'web/client/pass-key.ts',
  testScript: 'web/client/badge-test/index.ts',
  verifyScript: 'web/client/verify/index.ts',
  textFont: 'web/assets/fonts/navet-text.woff2',
  headFont: 'web/assets/fonts/navet-head.woff2',
} as const

/** What the client is built of; the fonts come with the stylesheet. */
export const pageEntries = Object.values(sources).filter((path) => !path.endsWith('.woff2'))

/**
 * Serves `virtual:page-assets`: the addresses of stylesheets, scripts and fonts, hashed when built.
 * The client is built first (see vite.config.ts), so that its manifest is there when the worker is built.
 */
export function pageAssets(): Plugin {
  let manifestFile = ''
  let isBuild = false

  return {
    name: 'navet:page-assets',
    configResolved(config) {
      isBuild = config.command === 'build'
      manifestFile = join(config.root, 'dist/client/.vite/manifest.json')
    },
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined
      return `export const pageAssets = ${JSON.stringify(isBuild ? builtAddresses(manifestFile) : servedAddresses())}`
    },
  }
}

function servedAddresses() {
  const authoring = process.env.NAVET_DEV_VARS ? ['/@vite/client', '/tools/preview/browser/panel.ts'] : []
  return { ...Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, `/${path}`])), authoring }
}

function builtAddresses(manifestFile: string): Record<string, string> {
  if (!existsSync(manifestFile)) throw new Error('the client must be built before the worker: run `npm run build`')

  const manifest: Record<string, { file: string }> = JSON.parse(readFileSync(manifestFile, 'utf8'))
  return Object.fromEntries(
    Object.entries(sources).map(([name, path]) => {
      const entry = manifest[path]
      if (!entry) throw new Error(`${path} is not in the client's manifest`)
      return [name, `/${entry.file}`]
    }),
  )
}
