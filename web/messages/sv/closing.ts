/** A company is closed, and opened again. */
export const closing = {
  'closing.title': 'Stäng {company}?',
  'closing.lead':
    '{count, plural, one {Du är ensam i företaget.} other {# personer lämnar på en gång. De får ett mejl var.}}',
  'closing.ends': 'Teamsidan, länkar och inbjudningar slutar gälla i dag.',
  'closing.deleted': '{until, date, day} raderas det som är företagets. Till dess kan du öppna det igen.',
  'closing.keep': 'Var och en behåller sina kurser, svar och märken.',
  'closing.log': 'Händelseloggen finns kvar i 24 månader, för er som är ägare nu.',
  'closing.name': 'Skriv företagets namn',
  'closing.name.wrong': 'Det är inte företagets namn. Skriv det som det står ovanför fältet.',
  'closing.code': 'Sedan mejlar vi en kod till dig, så att ingen annan stänger företaget åt dig.',
  'closing.go': 'Fortsätt',
  'reopening.title': '{company} är stängt.',
  'reopening.lead': 'Du kan öppna det igen till och med {until, date, day}.',
  'reopening.late':
    'Det stängdes {closedAt, date, day} och går inte att öppna igen. Det som var företagets är raderat.',
  'reopening.late.notice': 'Det är för sent att öppna företaget igen.',
  'reopening.links':
    'Länkar, koder och inbjudningar som fanns börjar inte gälla igen. Vem som leder vilket team väljer du på nytt.',
  'reopening.back':
    'Alla som var med när det stängdes är med igen, på de villkor de hade. Den som hade lämnat tidigare är inte det.',
  'reopening.told': 'De får ett mejl var.',
  'reopening.do': 'Öppna företaget igen',
  'reopening.log': 'Läs händelseloggen',
  'reopening.companies': 'Till dina företag',
  'company.closed': 'Stängda företag',
  'company.closed.may': 'Stängt. Går att öppna igen till och med {until, date, day}.',
  'company.closed.log': 'Stängt {closedAt, date, day}. Händelseloggen finns kvar.',
  'me.closed': '{company} är stängt.',
  'me.closed.text':
    'Ägaren stängde det {day, date, day}. Företaget ser ingenting om dig sedan dess. Allt ditt är kvar.',
  'company.too-many': 'Du äger redan så många företag som ett konto kan äga.',
  'company.too-many.text':
    'Tio är gränsen, och högst tio nya på ett dygn. Stäng ett du inte behöver, eller hör av dig till dem som sköter Navet. Det du skrev är kvar.',
} as const
