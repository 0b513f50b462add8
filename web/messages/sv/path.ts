export const path = {
  'path.title': 'Välj en väg, eller plocka fritt',
  'path.meta': '{count, plural, one {# kurs} other {# kurser}}, {there, plural, =0 {alla på väg} other {# finns nu}}',
  'path.mine':
    'Din väg: {done} av {total, plural, one {# kurs} other {# kurser}} {done, plural, one {klar} other {klara}}',
  'path.go': 'Se vägen {path}',
  'path.order': 'Kurserna i den ordning vi föreslår. Inget är låst: börja var du vill.',
  'path.step': 'Steg {step}',
  'path.one-of': 'Steg {step}: välj en av {count}',
  'path.coming': 'På väg',
  'path.description': 'Vägen {path}: kurserna i ordning.',
  'starter.title': 'En första halvtimme',
  'starter.lead':
    'Sex lektioner att ta tillsammans på ett möte. Läs en i taget, svara var för sig och prata om svaren.',
  'starter.teaser': 'Har ni en halvtimme ihop? Ta sex lektioner på nästa möte.',
  'starter.go': 'Se de sex lektionerna',
  'starter.course': 'Ur kursen {course}, ca {minutes} min',
  'starter.coming': 'Ur kursen {course}. På väg.',
} as const
