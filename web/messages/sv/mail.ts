/** Mails, plain text. */
export const mail = {
  'mail.code.subject': '{code} är din kod till Navet',
  'mail.code.text': `{code} är din kod till Navet.

Skriv den på sidan där du bad om den. Eller öppna länken, på vilken enhet du vill, och tryck på Logga in:
{link}

Båda loggar in {email} och gäller till {until, time, clock}.

Bad du inte om den? Då behöver du inte göra något. Ingen kommer in utan koden eller länken, så ge dem inte till någon.
`,
  'mail.address.subject': '{code} visar att adressen är din',
  'mail.address.text': `{code} är koden som visar att {email} är din.

Den som är inloggad i Navet som {account} vill kunna logga in med den här adressen också. Är det du? Skriv koden på sidan där du bad om den.

Koden gäller till {until, time, clock}.

Är det inte du? Gör ingenting och ge inte koden till någon. Då händer inget.
`,
  'mail.step-up.subject': '{code} är din kod till Navet',
  'mail.step-up.text': `{code} är koden för att {deed}.

Skriv den på sidan där du bad om den. Den gäller till {until, time, clock}.

Är det inte du som vill det här? Ge inte koden till någon, och logga ut kontot överallt under Mitt lärande: någon annan är inloggad på det.
`,
  'mail.step-up.add-address': 'lägga till adressen {subject} till ditt konto',
  'mail.step-up.remove-address': 'ta bort adressen {subject} från ditt konto',
  'mail.step-up.erase': 'radera ditt konto i Navet för gott',
  'mail.step-up.give-ownership': 'lämna över ägarskapet av ditt företag i Navet',
  'mail.added.subject': 'En adress har lagts till ditt konto i Navet',
  'mail.added.text': `{email} loggar nu in på ditt konto i Navet.

Det gjordes med en kod till en adress som kontot redan hade. Är det inte du som har gjort det? Logga in, ta bort adressen under Mitt lärande och logga ut alla andra enheter där.
`,
  'mail.removed.subject': 'En adress har tagits bort från ditt konto i Navet',
  'mail.removed.text': `{email} loggar inte längre in på ditt konto i Navet.

Är det inte du som har gjort det? Logga in, se över adresserna under Mitt lärande och logga ut alla andra enheter där.
`,
  'mail.removed-from.subject': 'Din adress har tagits bort från ett konto i Navet',
  'mail.removed-from.text': `{email} loggar inte längre in på kontot i Navet.

Var det inte du? Öppna länken senast {until, date, day} och tryck på Lägg tillbaka adressen:
{link}

Var det du? Då behöver du inte göra något.
`,
  'mail.removed-from.final': `{email} loggar inte längre in på kontot i Navet.

Det gjordes med en kod till en adress som har hört till kontot i mer än {days} dagar. Därför går det inte att ångra härifrån. Adressen kan användas till ett nytt konto.
`,
  'mail.returned.subject': 'En adress är tillbaka på ditt konto i Navet',
  'mail.returned.text': `{email} loggar in på ditt konto i Navet igen.

Den som läser den adressens mejl har ångrat att den togs bort. Kontot är utloggat överallt. Logga in och se över adresserna under Mitt lärande.
`,
  'mail.erased.subject': 'Ditt konto i Navet är raderat',
  'mail.erased.text': `Ditt konto i Navet är raderat, och allt som hörde till det är borta.

Det gjordes med en kod till en av kontots adresser. Det går inte att ångra. Det här är det sista mejlet från Navet till dig.
`,
} as const
