export const competence = {
  'competence.page': 'Det du kan lära dig',
  'competence.title': 'Det du kan lära dig',
  'competence.description': 'Vad kurserna i Navet lär ut: områden, nivåer och var du övar på dem.',
  'competence.lead':
    '{areas, plural, =1 {Ett område} =6 {Sex områden} other {# områden}} på {levels, plural, =1 {en nivå} =3 {tre nivåer} other {# nivåer}}. Här står vad du kan när du är klar, och vilka lektioner som tar dig dit.',
  'competence.areas': 'Områden',
  'competence.level': 'Nivå {level}: {name}',
  'competence.can': 'Du kan',
  'competence.taught': 'Det lär du dig i',
  'competence.questions':
    '{count, plural, =0 {Inga övningsfrågor än.} one {# övningsfråga i lektionerna.} other {# övningsfrågor i lektionerna.}}',
  'competence.coming': 'Ingen kurs än. Den är på väg.',
  'competence.see': 'Se vad varje nivå betyder',
  'competence.course': 'Du övar på',
  'competence.chip': '{area}, nivå {level}',
} as const
