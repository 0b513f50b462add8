/** Mails, plain text. */
export const mail = {
  'mail.code.subject': 'Din kod till Navet',
  'mail.code.text': `{code} är din kod till Navet.

Skriv den på sidan där du bad om den. Eller öppna länken och tryck på Logga in:
{link}

Koden loggar in {email} och gäller till {until, time, clock}.

Bad du inte om den? Då behöver du inte göra något. Ingen kommer in utan koden, så ge den inte till någon.
`,
  'mail.address.subject': 'Visa att adressen är din',
  'mail.address.text': `{code} är koden som visar att {email} är din.

Den som är inloggad i Navet som {account} vill kunna logga in med den här adressen också. Är det du? Skriv koden på sidan där du bad om den, eller öppna länken och tryck på Lägg till:
{link}

Koden gäller till {until, time, clock}.

Är det inte du? Gör ingenting och ge inte koden till någon. Då händer inget.
`,
} as const
