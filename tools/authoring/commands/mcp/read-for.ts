import { lstatSync } from 'node:fs'

import { draftsFolder } from '../../files/drafts-folder.ts'
import { readCourses } from '../../files/read-courses.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { isKept } from './kept-from-assistant.ts'

/** A text of courses/ or drafts/, or the names of all. Throws one line where there is none, or it is not shown. */
export async function readFor(path: string | undefined): Promise<string> {
  const files = await readable()
  if (path === undefined) return [...files.keys()].join('\n')

  if (path.startsWith('courses/') && isKept(path.slice('courses/'.length)))
    throw new Error(`${path} holds questions of a test, which are not given to an assistant`)
  const file = files.get(path)
  if (!file) throw new Error(`there is no ${path}; read without a path names what there is`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(file.bytes)
  } catch {
    throw new Error(`${path} is no text`)
  }
}

async function readable(): Promise<Map<string, SourceFile>> {
  const courses = (await readCourses('courses', '')).filter(({ path }) => !isKept(path))
  // A link there would name as drafts what lies elsewhere.
  const isOwn = lstatSync(draftsFolder, { throwIfNoEntry: false })?.isDirectory() ?? false
  const drafts = isOwn ? await readCourses(draftsFolder, '') : []
  const all = [...named('courses', courses), ...named(draftsFolder, drafts)]
  return new Map(all.filter(([, { isLink }]) => !isLink))
}

function named(folder: string, files: readonly SourceFile[]): [string, SourceFile][] {
  return files.map((file) => [`${folder}/${file.path}`, file])
}
