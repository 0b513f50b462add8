import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { Place } from './place.ts'
import { writeWhole } from '../../command/write-whole.ts'

export function folderPlace(path: string): Place {
  return {
    name: path,
    list: () =>
      readdir(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return []
        throw error
      }),
    async write(name, bytes, signal) {
      await mkdir(path, { recursive: true, mode: 0o700 })
      return writeWhole(join(path, name), bytes, signal)
    },
    read: (name) => Promise.resolve(bytesOf(join(path, name))),
    remove: (name) => rm(join(path, name), { force: true }),
  }
}

/** Opened by whoever reads: a file that cannot be read is told to them, and to nobody before. */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file)
}
