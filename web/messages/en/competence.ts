export const competence = {
  'competence.page': 'What you can learn',
  'competence.title': 'What you can learn',
  'competence.description': 'What the courses of Navet teach: areas, levels and where you practise them.',
  'competence.lead':
    '{areas, plural, =1 {One area} =6 {Six areas} other {# areas}} on {levels, plural, =1 {one level} =3 {three levels} other {# levels}}. Here is what you can do when you are done, and which lessons take you there.',
  'competence.areas': 'Areas',
  'competence.level': 'Level {level}: {name}',
  'competence.can': 'You can',
  'competence.taught': 'You learn it in',
  'competence.questions':
    '{count, plural, =0 {No practice questions yet.} one {# practice question in the lessons.} other {# practice questions in the lessons.}}',
  'competence.coming': 'No course yet. It is on its way.',
  'competence.see': 'See what each level means',
  'competence.course': 'You practise',
  'competence.chip': '{area}, level {level}',
} as const
