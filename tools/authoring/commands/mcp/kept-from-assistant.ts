import { measurementFolder } from '../../files/course-folders.ts'

/**
 * Whether a file of courses/ holds questions that decide about a badge or measure what people know. An assistant is a
 * service of somebody else's more often than not, and what it has read is no secret any more.
 */
export function isKept(path: string): boolean {
  return path.startsWith(`${measurementFolder}/`) || path.endsWith('/badge.md')
}
