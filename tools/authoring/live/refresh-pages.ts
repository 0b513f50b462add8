import type { DevEnvironment, ViteDevServer } from 'vite'

import { catalogueId, partPrefix, renewedEvent } from '../compile/catalogue-module.ts'

/** Long enough for a module of all courses; after that the worker is loaded anew. */
const renewalMs = 2_000

/** Loads the worker anew with the courses as they are now, and then the pages. */
export function reloadPages({ environments }: ViteDevServer): void {
  for (const environment of Object.values(environments)) {
    for (const module of catalogueModulesOf(environment)) environment.moduleGraph.invalidateModule(module)
    environment.hot.send({ type: 'full-reload' })
  }
}

/** The same for drafts: only the catalogue's module is renewed, since loading the whole worker takes seconds. */
export async function renewPages({ environments }: ViteDevServer): Promise<void> {
  const others = Object.values(environments).filter((environment) => environment !== environments.client)
  await Promise.all(others.map(renew))
  environments.client?.hot.send({ type: 'full-reload' })
}

async function renew(environment: DevEnvironment): Promise<void> {
  for (const module of catalogueModulesOf(environment)) {
    const isRenewed = saysRenewed(environment)
    await environment.reloadModule(module)
    if (!(await isRenewed)) environment.hot.send({ type: 'full-reload' })
  }
}

function saysRenewed({ hot }: DevEnvironment): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(false), renewalMs)
    const done = (isRenewed: boolean) => {
      clearTimeout(timer)
      hot.off(renewedEvent, heard)
      resolve(isRenewed)
    }
    const heard = () => done(true)
    hot.on(renewedEvent, heard)
  })
}

function catalogueModulesOf({ moduleGraph }: DevEnvironment) {
  return [...moduleGraph.idToModuleMap.entries()].flatMap(([id, module]) =>
    id === `\0${catalogueId}` || id.startsWith(`\0${partPrefix}`) ? [module] : [],
  )
}
