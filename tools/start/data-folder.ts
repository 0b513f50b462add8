import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import type { SigningKeys } from '../../worker/credentials/signing-keys.ts'
import { keptSigningKeys } from '../keys/key-file.ts'

export interface DataFolder {
  path: string
  database: string
  /** There was no database: this is the first start. */
  isNew: boolean
  /** Kept between starts, readable by the owner alone. */
  secret: string
  signingKeys: SigningKeys
}

/** Opens or makes the folder that holds the embedded database, the secret and the signing keys. Throws one clear line if it cannot be written. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const folder = resolve(path)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
    const database = join(folder, 'navet.db')
    const isNew = !(await exists(database))
    const secret = await keptSecret(join(folder, 'secret'))
    return { path: folder, database, isNew, secret, signingKeys: await keptSigningKeys(folder) }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Error(`${folder} cannot be written (${reason}): make it yours, or choose another folder with DATA_DIR`)
  }
}

async function keptSecret(file: string): Promise<string> {
  if (await exists(file)) return (await readFile(file, 'utf8')).trim()

  const secret = crypto.randomUUID() + crypto.randomUUID()
  await writeFile(file, secret, { mode: 0o600, flag: 'wx' })
  return secret
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
