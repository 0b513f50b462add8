/** What is kept for how long, and who answers for it. */
export const privacy = {
  'privacy.kept': 'Det som sparas, och hur länge',
  'privacy.goes':
    'Om ingen loggar in på kontot från och med nu raderas det den {day}. Varje gång du är här börjar tiden om.',
  'privacy.kept.account': 'Konto',
  'privacy.kept.account.text':
    'Din e-postadress, och ditt namn om du skriver ett. Tills du raderar kontot, eller {months} månader efter att du var här sist. Vi mejlar {first} och {last} dagar innan.',
  'privacy.kept.learning': 'Kurser och prov',
  'privacy.kept.learning.text': 'Klara lektioner och kurser, prov och märken. Lika länge som kontot.',
  'privacy.kept.answers': 'Övningssvar',
  'privacy.kept.answers.text': '{months} månader efter att du var här sist.',
  'privacy.kept.badges': 'Märken med egen sida',
  'privacy.kept.badges.text':
    'Tills du tar tillbaka dem eller raderar kontot. Går kontot ut av sig självt ligger de kvar i {years} år, med det som står i märket. Du får en länk att ta tillbaka dem med.',
  'privacy.kept.companies': 'Företag du är eller har varit med i',
  'privacy.kept.companies.text':
    'Namnet du har där, när du gick med och gick ut, och vad du visar. Lika länge som kontot.',
  'privacy.kept.events': 'Händelser i ett företag',
  'privacy.kept.events.text':
    'Vem som gick med, lämnade, fick en roll eller ändrade något, och vilken dag. Ägarna läser det i {months} månader. Raderar du kontot står ditt namn inte kvar.',
  'privacy.kept.invitations': 'Inbjudningar',
  'privacy.kept.invitations.text': '{days} dagar, använda eller inte.',
  'privacy.kept.codes': 'Koder',
  'privacy.kept.codes.text':
    'Gäller i {minutes, plural, =1 {en minut} other {# minuter}}. Att du bad om en glöms efter drygt en timme.',
  'privacy.kept.removed': 'En adress du tog bort',
  'privacy.kept.removed.text': '{days} dagar, så att den som läser adressens mejl kan ångra det.',
  'privacy.kept.mails': 'Mejl till dig',
  'privacy.kept.mails.text':
    'Texten töms när mejlet har skickats eller gått ut. Att det skickades sparas i {days} dagar till. Att en adress inte fungerar sparas så länge den hör till ett konto.',
  'privacy.kept.sessions': 'Inloggning',
  'privacy.kept.sessions.text':
    'Tills du loggar ut, eller {idle} dagar efter att du var här sist. Aldrig mer än {days} dagar. Av din enhet sparas bara slaget, som Android och Chrome.',
  'privacy.kept.forms': 'Det du skickade när inloggningen hade gått ut',
  'privacy.kept.forms.text': 'Ungefär en timme, så att du kan skicka det igen.',
  'privacy.kept.erased': 'Att ett konto är raderat',
  'privacy.kept.erased.text':
    'Ett slumptal som inte säger vem det var. Det sparas utan slut, så att en säkerhetskopia aldrig ger kontot tillbaka.',
  'privacy.kept.log': 'Säkerhetslogg',
  'privacy.kept.log.text':
    'Inloggningar, fel koder och ändrade roller och adresser, utan ditt namn. Den som driver Navet ska gallra loggen efter högst {months} månader.',
  'privacy.kept.browser': 'Utan konto',
  'privacy.kept.browser.text': 'Det du gör utan att logga in sparas bara i webbläsaren, tills du tömmer den.',
  'privacy.who': 'Vem som ansvarar',
  'privacy.who.is': '{name} ansvarar för uppgifterna här (personuppgiftsansvarig).',
  'privacy.who.unset': 'Den som driver den här installationen har inte angett vem som ansvarar för uppgifterna.',
  'privacy.contact': 'Frågor om dina uppgifter? Skriv till',
  'privacy.contact.unset': 'Ingen kontaktadress är angiven. Fråga den som gav dig adressen hit.',
  'privacy.complain': 'Är du inte nöjd med svaret kan du klaga hos Integritetsskyddsmyndigheten, imy.se.',
} as const
