/** What the site says that is true of this region alone: who it is for, and who asked. */
export const words = {
  sv: {
    'region.lead': 'Korta kurser om AI på jobbet, för små och medelstora företag i Dalarna.',
    'region.why':
      'Nästan hälften av dem som Dalarna Science Park frågade säger att bristande kunskap är det som hindrar företag från att använda AI. Navet ska ta bort det hindret.',
    'region.catalogue':
      '{count, plural, =1 {En kort kurs} other {# korta kurser}} för dig i ett mindre företag i Dalarna. Fem minuter i taget. Läs allt utan konto.',
    'region.figures': 'Används i öppna siffror för Dalarna, aldrig för er ensamma.',
    'region.description': 'Korta kurser om AI på jobbet för dig i Dalarna.',
  },
  en: {
    'region.lead': 'Short courses on AI at work, for small and medium companies in Dalarna.',
    'region.why':
      'Nearly half of the people whom Dalarna Science Park asked say that lack of knowledge is what stops companies from using AI. Navet is there to remove that obstacle.',
    'region.catalogue':
      '{count, plural, =1 {One short course} other {# short courses}} for people in small companies in Dalarna. Five minutes at a time. Read it all without an account.',
    'region.figures': 'Used in public figures for Dalarna, never for your company alone.',
    'region.description': 'Short courses on AI at work for people in Dalarna.',
  },
} as const
