import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { ownPlace, slashed } from '../../files/own-place.ts'
import { draftsFolder } from '../../files/drafts-folder.ts'
import { isKept } from './kept-from-assistant.ts'
import { largestFile } from '../../files/source-file.ts'

const name = '[a-z0-9]+(?:-[a-z0-9]+)*'
const fitting = new RegExp(`^${name}/(?:course\\.yml|(?:sv|en|sv-lattlast)/${name}\\.md)$`)

/**
 * Writes a file of a draft and says so. Throws one line where the name is not one of a draft, where something is there
 * that is kept, or where a link would lead out of the folder.
 */
export async function writeDraft(path: string, text: string, replace: boolean): Promise<string> {
  const own = path.startsWith(`${draftsFolder}/`) ? path.slice(draftsFolder.length + 1) : path
  if (!fitting.test(own))
    throw new Error(
      'a draft is COURSE/course.yml, or NAME.md in COURSE/sv/, COURSE/en/ or COURSE/sv-lattlast/, of small letters a–z, digits and hyphens',
    )
  if (isKept(own) && (await isFile(join('courses', own))))
    throw new Error('the badge test of a course that there is is not given to an assistant; its author writes it')
  if (Buffer.byteLength(text) > largestFile) throw new Error('a file of a course has at most 1 MB')

  const file = join(draftsFolder, own)
  const wasThere = await ownPlace(file)
  if (wasThere && !replace) throw new Error(`${slashed(file)} is there already; with replace it is written over`)
  await mkdir(dirname(file), { recursive: true })
  await write(file, text)
  return `${wasThere ? 'replaced' : 'made'} ${slashed(file)}`
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

/** Whole or not at all, and never through a link that somebody puts there meanwhile. */
async function write(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}~`
  try {
    await writeFile(beside, text, { flag: 'wx' })
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw new Error(`${slashed(file)} cannot be written: ${(error as NodeJS.ErrnoException).code}`, { cause: error })
  }
}
