import { withDatabaseIfAny } from '../../../database/with-database.ts'
import { compileCourses } from '../../compile/compile.ts'
import type { SourceFile } from '../../files/source-file.ts'

export interface KnownVersion {
  version: string
  /** What it asks, in Swedish and without marks. */
  stem: string
  /** The day it was first served; undefined for one that is only written yet. */
  since: string | undefined
  stands: boolean
}

const ofQuestion = `select version, json_extract(content, '$.text.sv.stem') as stem, first_seen_at as at
  from question_versions where course = ? and question = ? and json_valid(content) order by first_seen_at, version`

/**
 * The versions of a question, the oldest first: of the database, if there is one, and the one that stands in the files.
 * `isWhole`: there is a database, so there are no others.
 */
export async function knownVersions(
  files: readonly SourceFile[],
  course: string,
  question: string,
): Promise<{ versions: KnownVersion[]; isWhole: boolean }> {
  const { courses } = compileCourses(withoutVoided(files, course))
  const own = courses.find(({ id }) => id === course)
  const questions = own ? [...own.lessons.flatMap((lesson) => lesson.questions), ...own.pool] : []
  const now = questions.find(({ id }) => id === question)
  const served = await withDatabaseIfAny(async (client) => {
    const { rows } = await client.execute({ sql: ofQuestion, args: [course, question] })
    return rows.map(({ version, stem, at }) => ({
      version: String(version),
      stem: plain(String(stem)),
      since: new Date(Number(at)).toISOString().slice(0, 10),
      stands: version === now?.version,
    }))
  })
  const isServed = served?.some(({ stands }) => stands) ?? false
  const written =
    now && !isServed ? [{ version: now.version, stem: plain(now.text.sv.stem), since: undefined, stands: true }] : []
  return { versions: [...(served ?? []), ...written], isWhole: served !== undefined }
}

/** What is voided as it stands is asked of nobody, and stands all the same. */
function withoutVoided(files: readonly SourceFile[], course: string): SourceFile[] {
  return files.map((file) => {
    if (file.path !== `${course}/course.yml`) return file
    const text = new TextDecoder().decode(file.bytes).replace(/^voided:[^]*?(?=^\S|(?![^]))/m, '')
    return { ...file, bytes: new TextEncoder().encode(text) }
  })
}

function plain(html: string): string {
  return html.replace(/<[^>]+>/g, '').slice(0, 70)
}
