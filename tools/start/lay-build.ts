import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { assetTable } from './asset-table.ts'
import { type WorkerdConfig, workerdConfig } from './workerd-config.ts'

/**
 * Lays what workerd serves into a folder of ours, the last thing its configuration, and gives that one's path. Served is
 * this copy: a build that is made meanwhile in the same checkout touches neither what runs nor what is started again.
 * Does nothing where it lies already.
 */
export function layBuild(root: string, folder: string, config: Omit<WorkerdConfig, 'root' | 'assets'>): string {
  const configFile = join(folder, 'workerd.capnp')
  if (existsSync(configFile)) return configFile

  for (const part of ['dist/client', 'dist/worker']) cpSync(join(root, part), join(folder, part), { recursive: true })
  const assets = join(folder, 'built-assets.js')
  writeFileSync(assets, `export default ${JSON.stringify(assetTable(join(folder, 'dist/client')))}`)
  writeFileSync(configFile, workerdConfig({ ...config, root: folder, assets }))
  return configFile
}
