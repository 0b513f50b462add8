/** What the package says of itself; the questions speak as they do in Navet. */
export const words = {
  sv: {
    lessons: 'Lektioner',
    step: (number: number, title: string, done: boolean) => `Lektion ${number}: ${title}${done ? ', klar' : ''}`,
    place: (number: number, total: number, minutes: number) => `Lektion ${number} av ${total}, ${minutes} min`,
    practice: 'Öva',
    rule: 'Lektionen är klar när du har svarat på alla frågor, rätt eller fel. Poängen är hur stor del du hade rätt på vid första svaret.',
    again: 'Svara igen',
    next: (title: string) => `Nästa: ${title}`,
    key: 'Facit till övningarna följer med i det här paketet. Frågorna till badgeprovet gör det inte: provet gör du i Navet.',
    alone: 'Ingen lärplattform svarar, så det du gör här sparas inte.',
    unkept: 'Lärplattformen tog inte emot ditt svar. Det kan saknas när du öppnar kursen igen.',
    unread: 'Det som lärplattformen hade sparat går inte att läsa. Kursen börjar om.',
  },
  en: {
    lessons: 'Lessons',
    step: (number: number, title: string, done: boolean) => `Lesson ${number}: ${title}${done ? ', done' : ''}`,
    place: (number: number, total: number, minutes: number) => `Lesson ${number} of ${total}, ${minutes} min`,
    practice: 'Practise',
    rule: 'The lesson is done when you have answered every question, right or wrong. The score is the share you had right at the first answer.',
    again: 'Answer again',
    next: (title: string) => `Next: ${title}`,
    key: 'The answers to the practice questions come with this package. The questions of the badge test do not: you take the test in Navet.',
    alone: 'No learning platform answers, so what you do here is not kept.',
    unkept: 'The learning platform did not take your answer. It may be missing when you open the course again.',
    unread: 'What the learning platform had kept cannot be read. The course begins anew.',
  },
} as const
