import type { Plugin } from 'vite'

import { badgePictureSvg, pictureNames } from '../../web/components/badge-art/named-picture.ts'
import { catalogueApi } from '../authoring/live/vite-plugin.ts'
import { rasterise } from './rasterise.ts'

const id = 'virtual:badge-pictures'

/**
 * Serves `virtual:badge-pictures`: the badges' pictures as PNG, each in a module of its own that is imported, and in
 * development drawn, when first asked for. Needs the catalogue's plugin, for the paths.
 */
export function badgePictures(): Plugin {
  let catalogue: () => Promise<Parameters<typeof badgePictureSvg>[1]>

  return {
    name: 'navet:badge-pictures',
    configResolved({ plugins }) {
      const { live } = catalogueApi(plugins)
      catalogue = async () => {
        const { paths, summaries } = (await live.state).served
        return { paths, courses: summaries }
      }
    },
    resolveId: (source) => (source === id || source.startsWith(`${id}/`) ? `\0${source}` : undefined),
    async load(source) {
      if (source === `\0${id}`) return namesModule(pictureNames(await catalogue()))
      if (!source.startsWith(`\0${id}/`)) return undefined

      const name = source.slice(id.length + 2)
      const svg = badgePictureSvg(name, await catalogue())
      return svg && pictureModule(await rasterise(svg))
    },
  }
}

function namesModule(names: string[]): string {
  const loaders = names.map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(`${id}/${name}`)})`)
  return `
const loaders = { ${loaders.join(', ')} }
export async function badgePicturePng(name) {
  return Object.hasOwn(loaders, name) ? (await loaders[name]()).png.slice() : undefined
}
`
}

function pictureModule(png: Uint8Array): string {
  const text = JSON.stringify(Buffer.from(png).toString('base64'))
  return `export const png = Uint8Array.from(atob(${text}), (char) => char.charCodeAt(0))`
}
