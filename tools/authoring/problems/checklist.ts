import { regionName } from '../../../region/name.ts'
import type { InBoth } from '../../../formats/catalogue/catalogue.ts'

/** What no machine can judge: a reviewer reads the lesson and answers. Ids and thresholds as in checks.md, severity R. */
export const reviewerChecklist: readonly ({ id: string } & InBoth<string>)[] = [
  {
    id: 'L09',
    sv: `Börjar lektionen i en situation: en namngiven plats eller ett yrke i ${regionName.sv} bland de första 60 orden?`,
    en: 'Does the lesson begin with a situation: a named Swedish place or trade within the first 60 words?',
  },
  {
    id: 'T09',
    sv: 'Är varje ord ur ordlistan kursivt och förklarat inom 25 ord där det används första gången?',
    en: 'Is each glossary term in italics and explained within 25 words where it is first used?',
  },
  {
    id: 'Q11',
    sv: 'Går varje fråga att svara på med alternativen övertäckta?',
    en: 'Can each question be answered with the options covered?',
  },
  {
    id: 'Q14',
    sv: 'Börjar alternativen till en fråga med samma ordklass?',
    en: 'Do the options of a question begin with the same part of speech?',
  },
]
