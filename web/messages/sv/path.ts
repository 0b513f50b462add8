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
  'starter.teaser': 'Ska ni börja tillsammans? Här är möten på en halvtimme, klara att hålla.',
  'starter.go': 'Se hur mötena går till',
} as const
