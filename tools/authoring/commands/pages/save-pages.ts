import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { locales, type Locale } from '../../../../formats/catalogue/catalogue.ts'
import { urls } from '../../../../web/urls.ts'
import type { LessonAddress } from './changed-lessons.ts'
import { addressesIn, assetsOf, fileName, portablePage, portableStyle } from './portable-page.ts'

export interface SavedPage {
  locale: Locale
  address: string
  /** In the folder, without its ending. */
  name: string
}

/** Saves the pages of lessons in both languages, with what they need to open from the disk, and a page that lists them. */
export async function savePages(site: string, lessons: readonly LessonAddress[], folder: string): Promise<SavedPage[]> {
  const pages = lessons.flatMap(({ course, lesson }) =>
    locales.map((locale): SavedPage => {
      return { locale, address: urls.lesson(locale, course, lesson), name: `${course}-${lesson}.${locale}` }
    }),
  )
  const files = new Map(pages.map(({ address, name }) => [address, `${name}.html`]))
  const assets = new Set<string>()
  await mkdir(join(folder, 'assets'), { recursive: true })
  for (const { address, name } of pages) {
    const html = await textAt(site, address)
    for (const asset of assetsOf(html)) assets.add(asset)
    const places = { pages: files, assetFile: (asset: string) => `assets/${fileName(asset)}` }
    await writeFile(join(folder, `${name}.html`), portablePage(html, places))
  }
  for (const asset of assets) await saveAsset(site, asset, folder)
  await writeFile(join(folder, 'index.html'), indexOf(pages))
  return pages
}

/** A style sheet brings what it refers to. */
async function saveAsset(site: string, address: string, folder: string): Promise<void> {
  const file = join(folder, 'assets', fileName(address))
  if (!address.endsWith('.css')) {
    await writeFile(file, new Uint8Array(await (await get(site, address)).arrayBuffer()))
    return
  }
  const css = await textAt(site, address)
  await writeFile(file, portableStyle(css))
  for (const part of addressesIn(css)) await saveAsset(site, part, folder)
}

async function textAt(site: string, address: string): Promise<string> {
  return (await get(site, address)).text()
}

async function get(site: string, address: string): Promise<Response> {
  const response = await fetch(`${site}${address}`)
  if (!response.ok) throw new Error(`${address} answers ${response.status}`)
  return response
}

function indexOf(pages: readonly SavedPage[]): string {
  const items = pages.map(({ name, address }) => `<li><a href="${name}.html">${address}</a></li>`)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Changed lessons</title></head>
<body><h1>Changed lessons</h1><ul>
${items.join('\n')}
</ul></body></html>
`
}
