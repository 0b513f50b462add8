export const test = {
  'test.title': 'Provet för {badge}',
  'test.lead':
    '{questions, plural, one {# fråga} other {# frågor}}, {pass} rätt räcker. Du får läsa varför när du har lämnat in.',
  'test.rule':
    'Frågorna dras ur en större samling. Lämna när du vill: provet ligger kvar i 24 timmar. Efter ett försök kan du ta nya frågor om tio minuter, hur många gånger som helst.',
  'test.start': 'Börja provet',
  'test.resume': 'Fortsätt provet',
  'test.open': 'Du har ett prov som väntar. Det ligger kvar till {at, date, day} kl. {at, time, clock}.',
  'test.is-open': 'Ett prov är öppet till {at, date, day} kl. {at, time, clock}.',
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
  'test.voided':
    '{count, plural, one {En fråga i provet var fel och räknas} other {# frågor i provet var fel och räknas}} som rätt. Därför kan resultatet vara bättre än när du lämnade in.',
  'test.remarked':
    'En fråga i ett prov som du har gjort var fel och räknas som rätt. Provet har nu {score} rätt av {total}.',
  'test.remarked.why': 'Läs vilken fråga det var, och varför',
  'test.again': 'Ta provet igen',
  'test.back': 'Till kursen',
  'test.lapsed.title': 'Provet har stängt.',
  'test.lapsed.text':
    'Ett prov ligger kvar i 24 timmar. Det räknas inte som ett misslyckat försök. Börja ett nytt när du vill.',
  'test.submitted.text': 'Provet är redan inlämnat. Det första du lämnade in gäller.',
  'test.stay': 'Spara',
  'test.to-hand-in': 'Till inlämning',
  'test.said.saved': 'Sparat.',
  'test.said.unsaved': 'Dina val kunde inte sparas just nu. De ligger kvar i den här webbläsaren och skickas igen.',
  'test.said.lost':
    'Dina val kunde inte sparas just nu, och den här webbläsaren kan inte spara dem. Låt sidan vara öppen: vi försöker igen.',
  'test.said.ended': 'Du är inte inloggad längre. Dina val ligger kvar i den här webbläsaren.',
  'test.said.other':
    'Någon annan är inloggad i den här webbläsaren nu. Låt sidan vara öppen: dina val sparas när du är inloggad igen.',
  'test.said.back': 'Logga in igen och fortsätt provet',
  'test.said.lapsed':
    'Provet har stängt: det ligger kvar i 24 timmar. Det du valde nyss räknas inte. Det är inget misslyckat försök.',
  'test.said.submitted': 'Provet är redan inlämnat, här eller på en annan enhet. Det du valde nyss räknas inte.',
  'test.hand-in.title': '{answered} av {total} är {answered, plural, one {besvarad} other {besvarade}}',
  'test.hand-in.back': 'Tillbaka till frågorna',
  'test.hand-in.empty':
    '{count, plural, =1 {Fråga {numbers} saknar} other {Frågorna {numbers} saknar}} svar. Obesvarad räknas som fel. Inget är inlämnat än.',
  'test.hand-in.all': 'Alla frågor är besvarade. Inget är inlämnat än.',
  'test.hand-in.number': 'Fråga {number}, besvarad',
  'test.hand-in.number.empty': 'Fråga {number}, inget svar än',
  'test.hand-in.none': 'tom',
  'test.hand-in.go': 'Svara på fråga {number}',
  'test.hand-in.anyway': 'Lämna in ändå',
  'test.hand-in.final': 'När du har lämnat in går det inte att ändra.',
  'test.late.title': '{count, plural, =1 {Ett val} other {Några val}} kom för sent och räknas inte.',
  'test.late.text':
    'Provet hade redan stängt eller lämnats in när de kom fram. Det här är vad du hade valt. Det visas bara en gång.',
} as const
