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
  'mail.removed.subject': 'Du är inte längre med i {company}',
  'mail.removed.text': `{name} har tagit bort dig ur {company} i Navet.

Företaget ser ingenting om dig från och med nu. Du behåller allt som är ditt: svar, framsteg och märken.

Det kan ångras till och med {until, date, day} klockan {until, time, clock}. Händer det får du ett mejl till.

Blev det fel? Prata med {name}.
`,
  'mail.restored.subject': 'Du är med i {company} igen',
  'mail.restored.text': `Borttagningen ur {company} i Navet är ångrad, så du är med igen. Ägare och chefer ser samma sak om dig som innan.

Vad de ser, och hur du lämnar, står under Teamet när du är inloggad.
`,
  'mail.owner.subject': 'Du är ägare av {company}',
  'mail.owner.text': `Du är ägare av {company} i Navet från och med nu.

Ett företag har alltid en ägare. Den som var det är inte kvar, eller så har företaget bett oss som sköter Navet att ge dig rollen.

Som ägare bestämmer du roller och bjuder in. Vill du inte? Gör någon annan till ägare under Teamet.
`,
  'mail.closing.subject': '{company} stängs {day, date, day}',
  'mail.closing.text': `Ägaren av {company} är inte kvar i Navet, och ingen chef kan ta över. Därför stängs företaget {day, date, day}.

Du behåller allt som är ditt: svar, framsteg och märken. Ingen ser din rad under tiden.

Vill ni behålla företaget? Hör av er till dem som sköter Navet före dess, så kan någon av er bli ägare.
`,
} as const
