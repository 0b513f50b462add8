/** What is kept for how long, and who answers for it. */
export const privacy = {
  'privacy.kept': 'Det som sparas, och hur länge',
  'privacy.kept.account': 'Konto',
  'privacy.kept.account.text':
    'Din e-postadress, och ditt namn om du skriver ett. Tills du raderar kontot, eller 36 månader efter att du loggade in sist. Vi mejlar innan.',
  'privacy.kept.learning': 'Kurser och prov',
  'privacy.kept.learning.text': 'Klara lektioner och kurser, prov och märken. Lika länge som kontot.',
  'privacy.kept.answers': 'Övningssvar',
  'privacy.kept.answers.text': '24 månader efter att du loggade in sist.',
  'privacy.kept.badges': 'Märken med egen sida',
  'privacy.kept.badges.text':
    'Tills du tar tillbaka dem eller raderar kontot. Går kontot ut av sig självt ligger de kvar i tio år, med det som står i märket.',
  'privacy.kept.codes': 'Koder',
  'privacy.kept.codes.text':
    'Gäller i 15 minuter. Att du bad om en glöms efter drygt en timme. Mejlets text töms när det har skickats eller gått ut.',
  'privacy.kept.sessions': 'Inloggning',
  'privacy.kept.sessions.text':
    'Tills du loggar ut, eller 30 dagar efter att du var här sist. Aldrig mer än 90 dagar. Av din enhet sparas bara slaget, som Android och Chrome.',
  'privacy.kept.invitations': 'Inbjudningar som ingen använt',
  'privacy.kept.invitations.text': '30 dagar.',
  'privacy.kept.log': 'Säkerhetslogg',
  'privacy.kept.log.text': 'Inloggningar, fel koder och ändrade roller och adresser, utan ditt namn. 24 månader.',
  'privacy.kept.browser': 'Utan konto',
  'privacy.kept.browser.text': 'Det du gör utan att logga in sparas bara i webbläsaren, tills du tömmer den.',
  'privacy.who': 'Vem som ansvarar',
  'privacy.who.is': '{name} ansvarar för uppgifterna här (personuppgiftsansvarig).',
  'privacy.who.unset': 'Den som driver den här installationen har inte angett vem som ansvarar för uppgifterna.',
  'privacy.contact': 'Frågor om dina uppgifter? Skriv till',
  'privacy.contact.unset': 'Ingen kontaktadress är angiven. Fråga den som gav dig adressen hit.',
  'privacy.complain': 'Är du inte nöjd med svaret kan du klaga hos Integritetsskyddsmyndigheten, imy.se.',
} as const
