export const lesson = {
  'lesson.nav': 'Lektioner i kursen',
  'lesson.step.done': 'Lektion {number}, klar: {title}',
  'lesson.step.now': 'Lektion {number}, du är här: {title}',
  'lesson.step': 'Lektion {number}: {title}',
  'lesson.place': 'Lektion {number} av {total}, ca {minutes, plural, one {# minut} other {# minuter}}',
  'lesson.practice':
    'Öva: {count, plural, =1 {en fråga} =2 {två frågor} =3 {tre frågor} =4 {fyra frågor} =5 {fem frågor} other {# frågor}}',
  'lesson.rule': 'Lektionen är klar när du har svarat på alla, rätt eller fel. Du kan svara hur många gånger du vill.',
  'lesson.signed-out': 'Du är inte inloggad. Det du gör sparas bara i den här webbläsaren.',
  'lesson.signed-out.no-script':
    'Du är inte inloggad och webbläsaren kör inga skript. Då sparas ingenting förrän du loggar in.',
  'lesson.signed-out.no-storage':
    'Du är inte inloggad, och webbläsarens minne är avstängt eller fullt. Då sparas ingenting förrän du loggar in.',
  'lesson.sign-in': 'Logga in och spara',
  'lesson.answered': '{answered} av {total, plural, one {# fråga besvarad} other {# frågor besvarade}}',
  'lesson.thumb.question': 'Svara på fråga {number}',
  'lesson.thumb.next': 'Nästa: lektion {number}',
  'lesson.thumb.badge': 'Till provet',
  'lesson.sureness': 'Svar du var säker på men som inte var rätt: {wrong} av {sure}. Bara du ser det.',
  'lesson.next': 'Nästa steg',
  'lesson.next.meta': 'Nästa: lektion {number} av {total}, ca {minutes, plural, one {# minut} other {# minuter}}',
  'lesson.next.badge': 'Sista lektionen. Nu återstår provet.',
  'lesson.next.badge.link': 'Ta märket {badge}',
  'lesson.next.left':
    'Du har svarat på {answered} av {total, plural, one {# fråga} other {# frågor}} i den här lektionen. Svaren ligger kvar om du går vidare.',
  'lesson.next.done': 'Lektionen är klar.',
  'lesson.next.course-done': 'Lektionen är klar, och med den hela kursen.',
  'lesson.examples': 'Exempel från',
  'lesson.examples.all': 'alla branscher',
  'lesson.checked': 'Texten kontrollerades {day, date, day}.',
} as const
