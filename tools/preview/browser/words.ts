import type { PageView } from '../page-view.ts'

/** The panel speaks the page's language; problems are in English, as the check prints them. */
export const words = {
  sv: {
    panel: 'För dig som skriver',
    none: 'Inga problem i filen.',
    problems: (errors: number, warnings: number) =>
      `${errors} fel och ${warnings} ${warnings === 1 ? 'varning' : 'varningar'} i filen.`,
    error: 'Fel',
    warning: 'Varning',
    line: (line: number) => `rad ${line}`,
    sketch: 'Kursen visas så långt den går att läsa. Den kan inte byggas förrän felen är rättade.',
    standsIn: {
      sv: 'Sidan finns inte på engelska än. Det här är den svenska texten.',
      en: 'Sidan finns inte på svenska än. Det här är den engelska texten.',
    },
    elsewhere: (count: number) => `${count} problem i andra filer`,
    view: 'Vy',
    learner: 'Den som lär sig',
    author: 'Författaren, med rätt svar',
    minutes: 'Lästid',
    minutesOf: (minutes: number) => `${minutes} min`,
    decimal: (number: number) => number.toLocaleString('sv-SE'),
    cells: 'Kompetenser',
    questions: (count: number) => (count === 1 ? '1 fråga' : `${count} frågor`),
    checklist: 'Det bara en människa kan granska',
    other: 'Samma sida på engelska',
    key: 'Så här står frågan i filen',
    held: 'Frågan visas först när felet är rättat. Så här står den i filen',
  },
  en: {
    panel: 'For you who write',
    none: 'No problems in the file.',
    problems: (errors: number, warnings: number) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'} and ${warnings} ${warnings === 1 ? 'warning' : 'warnings'} in the file.`,
    error: 'Error',
    warning: 'Warning',
    line: (line: number) => `line ${line}`,
    sketch: 'The course is shown as far as it can be read. It cannot be built until the errors are corrected.',
    standsIn: {
      sv: 'The page does not exist in English yet. This is the Swedish text.',
      en: 'The page does not exist in Swedish yet. This is the English text.',
    },
    elsewhere: (count: number) => `${count} ${count === 1 ? 'problem' : 'problems'} in other files`,
    view: 'View',
    learner: 'The learner',
    author: 'The author, with the right answers',
    minutes: 'Reading time',
    minutesOf: (minutes: number) => `${minutes} min`,
    decimal: (number: number) => number.toLocaleString('en-GB'),
    cells: 'Competences',
    questions: (count: number) => (count === 1 ? '1 question' : `${count} questions`),
    checklist: 'What only a person can judge',
    other: 'The same page in Swedish',
    key: 'How the question stands in the file',
    held: 'The question is shown once the error is corrected. This is how it stands in the file',
  },
} satisfies Record<PageView['locale'], unknown>

export type Words = (typeof words)['sv']
