import { randomUUID } from 'node:crypto'
import { lstat, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { draftsFolder } from '../../files/drafts-folder.ts'
import { isKept } from './kept-from-assistant.ts'
import { largestFile } from '../../files/source-file.ts'

const name = '[a-z0-9]+(?:-[a-z0-9]+)*'
const fitting = new RegExp(`^${name}/(?:course\\.yml|(?:sv|en)/${name}\\.md)$`)

/**
 * Writes a file of a draft and says so. Throws one line where the name is not one of a draft, where something is there
 * that is kept, or where a link would lead out of the folder.
 */
export async function writeDraft(path: string, text: string, replace: boolean): Promise<string> {
  const own = path.startsWith(`${draftsFolder}/`) ? path.slice(draftsFolder.length + 1) : path
  if (!fitting.test(own))
    throw new Error(
      'a draft is COURSE/course.yml, or COURSE/sv/NAME.md or COURSE/en/NAME.md, of small letters a–z, digits and hyphens',
    )
  if (isKept(own) && (await isFile(join('courses', own))))
    throw new Error('the badge test of a course that there is is not given to an assistant; its author writes it')
  if (Buffer.byteLength(text) > largestFile) throw new Error('a file of a course has at most 1 MB')

  const file = join(draftsFolder, own)
  for (const folder of foldersOf(file)) await refuseUnless(folder, 'a folder', (found) => found.isDirectory())
  const wasThere = await refuseUnless(file, 'a file', (found) => found.isFile())
  if (wasThere && !replace) throw new Error(`${shown(file)} is there already; with replace it is written over`)
  await mkdir(dirname(file), { recursive: true })
  await write(file, text)
  return `${wasThere ? 'replaced' : 'made'} ${shown(file)}`
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

/** drafts, drafts/course, drafts/course/sv */
function foldersOf(file: string): string[] {
  const above = dirname(file)
  return above === '.' ? [] : [...foldersOf(above), above]
}

/** Whether something is there; throws where that is a link, or another thing. */
async function refuseUnless(
  path: string,
  what: string,
  fits: (found: { isDirectory(): boolean; isFile(): boolean }) => boolean,
): Promise<boolean> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new Error(`${shown(path)} cannot be looked at (${error.code})`)
  })
  if (found && !fits(found)) throw new Error(`${shown(path)} is not ${what} of its own, so nothing is written there`)
  return found !== undefined
}

/** Whole or not at all, and never through a link that somebody puts there meanwhile. */
async function write(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}~`
  try {
    await writeFile(beside, text, { flag: 'wx' })
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw new Error(`${shown(file)} cannot be written: ${(error as NodeJS.ErrnoException).code}`, { cause: error })
  }
}

function shown(path: string): string {
  return path.replaceAll('\\', '/')
}
