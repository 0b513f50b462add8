export const test = {
  'test.title': 'Provet för {badge}',
  'test.lead':
    '{questions, plural, one {# fråga} other {# frågor}}, {pass} rätt räcker. Du får läsa varför när du har lämnat in.',
  'test.rule':
    'Frågorna dras ur en större samling. Lämna när du vill: provet ligger kvar i 24 timmar. Efter ett försök kan du ta nya frågor om tio minuter, hur många gånger som helst.',
  'test.start': 'Börja provet',
  'test.resume': 'Fortsätt provet',
  'test.open': 'Du har ett prov som väntar. Det ligger kvar till {at, date, day} kl. {at, time, clock}.',
  'test.wait': 'Nya frågor kan du få kl. {at, time, clock}. Läs gärna genomgången så länge.',
  'test.passed-before': 'Du har redan märket. Du kan ändå göra provet igen om du vill; märket påverkas inte.',
  'test.last': 'Senaste försöket: {score} rätt av {total}.',
  'test.review': 'Läs genomgången',
  'test.see-badge': 'Se ditt märke',
  'test.questions': '{count, plural, one {# fråga} other {# frågor}}',
  'test.left': 'Obesvarade frågor räknas som fel.',
  'test.mend': 'Några svar behöver ses över innan du lämnar in. Inget är inlämnat än.',
  'test.submit': 'Lämna in',
  'test.save': 'Spara och fortsätt senare',
  'test.saved': 'Sparat. Provet ligger kvar till {at, date, day} kl. {at, time, clock}.',
  'test.passed.title': 'Du klarade det.',
  'test.passed.lead': '{score} rätt av {total}. Märket {badge} är ditt.',
  'test.failed.title': 'Inte den här gången.',
  'test.failed.lead':
    '{score} rätt av {total}, och {pass} krävs. Läs varför här nedanför. Nästa gång får du andra frågor.',
  'test.review.title': 'Genomgång',
  'test.again': 'Ta provet igen',
  'test.back': 'Till kursen',
  'test.lapsed.title': 'Provet har stängt.',
  'test.lapsed.text':
    'Ett prov ligger kvar i 24 timmar. Det räknas inte som ett misslyckat försök. Börja ett nytt när du vill.',
  'test.submitted.text': 'Provet är redan inlämnat. Det första du lämnade in gäller.',
} as const
