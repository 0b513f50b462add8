import { text } from 'node:stream/consumers'
import { z } from 'zod'

import { readBuiltCatalogue } from '../authoring/compile/built-catalogue.ts'
import { prepareDatabase } from '../database/prepare-database.ts'
import { seedDemo } from '../demo/seed-demo.ts'
import { outliveReader } from './closed-output.ts'

const Order = z.object({
  url: z.url(),
  token: z.string(),
  /** Folder with the catalogue of the build. */
  catalogue: z.string(),
  /** With it the demo is made: its people's secrets are made of this one. */
  demoSecret: z.string().optional(),
})

outliveReader()

// A program of its own, told by its standard input: what it takes to migrate, and to know the courses, ends with it.
try {
  const { url, token, catalogue: folder, demoSecret } = Order.parse(JSON.parse(await text(process.stdin)))
  const catalogue = readBuiltCatalogue(folder)
  await prepareDatabase(url, token, catalogue)
  if (demoSecret) {
    console.log('Making the demo company and its people …')
    await seedDemo({ url, token, secret: demoSecret, catalogue })
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
