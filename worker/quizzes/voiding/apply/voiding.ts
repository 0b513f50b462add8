import type { Catalogue, CourseSummary, VoidedQuestion } from '../../../../formats/catalogue/catalogue.ts'
import type { Database } from '../../../db/client.ts'

/** One run of it. */
export interface Voiding {
  db: Database
  catalogue: Catalogue
  now: Date
}

/** A course of which something is voided. */
export type VoidedCourse = CourseSummary & { voided: VoidedQuestion[] }
