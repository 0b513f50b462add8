import { formatProblems } from '../../problems/format-problems.ts'
import { checkCourses, checkDrafts } from '../check-courses.ts'
import { todayInSweden } from '../command.ts'
import { isKept } from './kept-from-assistant.ts'

/** What courses:check says, but for problems that would quote the questions of a test. */
export async function checkFor(folder: 'courses' | 'drafts'): Promise<string> {
  const today = todayInSweden()
  const { problems } = folder === 'drafts' ? await checkDrafts(today) : await checkCourses(['courses'], today)
  const isShown = ({ path }: { path: string }) => !path.startsWith('courses/') || !isKept(path.slice('courses/'.length))
  const shown = problems.filter(isShown)
  const more = problems.length - shown.length
  const rest = more > 0 ? `${more} more in questions of tests, which are not given to an assistant\n` : ''
  return shown.length > 0 || more > 0 ? formatProblems(shown, 'text', false) + rest : 'no problems'
}
