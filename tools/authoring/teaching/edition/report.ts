import type { CheckId } from '../../problems/checks.ts'
import type { Place } from '../../problems/problem.ts'

/** Reports under an id; `severity` as it is for a course of the second edition, in which nothing is more than a warning else. */
export type Report = (id: CheckId, place: Place, message: string, severity?: 'error' | 'warning') => void

export interface Edition {
  isSecond: boolean
  report: Report
}
