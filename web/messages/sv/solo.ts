/** A company of one. */
export const solo = {
  'solo.just-you': 'bara du',
  'solo.title': '{done} av {total, plural, one {# kurs klar} other {# kurser klara}}.',
  'solo.text': 'Här finns ingen chef och inget team, så inget delas med någon. Sidan samlar det du kan visa upp.',
  'solo.go-on': 'Fortsätt: {title}',
  'solo.begin': 'Börja: {title}',
  'solo.courses': 'Dina kurser',
  'solo.column.course': 'Kurs',
  'solo.column.state': 'Läge',
  'solo.column.badge': 'Märke',
  'solo.done': 'Klar {day}',
  'solo.badge': 'Taget {day}',
  'solo.no-badge': 'Inte än',
  'solo.more': 'När ni blir fler',
  'solo.more.text':
    'Bjud in den första, så blir sidan en lista över er båda. Bara den som är ägare eller chef ser den.',
  'solo.invite': 'Bjud in någon',
  'solo.company': 'Företaget',
  'solo.company.text': 'Namn, kommun och bransch. Där stänger du det också.',
  'solo.company.go': 'Företagets uppgifter',
  'team.alone': 'Än är det bara du.',
} as const
