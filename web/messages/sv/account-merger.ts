/** Two accounts of one person that become one. */
export const accountMerger = {
  'account.merger.title': 'Slå ihop två konton',
  'account.merger.lead': 'Har du lärt dig i två konton? Gör ett av dem. Allt du har gjort i båda följer med.',
  'account.merger.label': 'Adressen till ditt andra konto',
  'account.merger.hint': 'En adress som du loggar in med där. Vi mejlar en kod dit.',
  'account.merger.go': 'Skicka koden',
  'account.merger.first': 'Inget händer än. Du får se precis hur det blir innan du bestämmer dig.',
  'account.merger.back': 'Till Mitt lärande',
  'account.merger.yours': 'Den adressen hör redan till kontot du är inloggad på.',
  'account.merger.gone.title': 'Kontona är inte ihopslagna.',
  'account.merger.gone.text':
    'Det andra kontot finns inte kvar, eller har inte adressen längre. Inget är ändrat här. Du kan börja om.',
  'account.merger.late.title': 'Visa det andra kontot en gång till.',
  'account.merger.late.text': 'Det har gått mer än en halvtimme, eller så är det en annan webbläsare. Inget är ändrat.',
  'account.merger.me': 'Två konton?',
  'account.merger.me.text': 'Slå ihop dem till ett. Svar, kurser och märken följer med.',
  'account.merger.me.go': 'Slå ihop två konton',

  'account.merger.code.title': 'Koden till ditt andra konto',
  'account.merger.code.submit': 'Visa hur det blir',
  'account.merger.code.back': 'Välj en annan adress',
  'account.merger.nobody.title': 'Det finns inget konto med den adressen.',
  'account.merger.nobody.text':
    'Inget är ändrat. Adressen är din, så du kan lägga till den till det här kontot i stället.',
  'account.merger.nobody.go': 'Lägg till en adress',

  'account.merger.preview.title': 'Så här blir det',
  'account.merger.preview.lead': 'Ett konto med allt från båda. Inget är ändrat än.',
  'account.merger.preview.stays': 'Det här kontot blir kvar',
  'account.merger.preview.ends': 'Det här kontot går upp i det',
  'account.merger.preview.no-address': 'Kontot har ingen adress.',
  'account.merger.preview.since': 'Från {day}. Det är det äldre av de två.',
  'account.merger.preview.from': 'Från {day}.',
  'account.merger.preview.here': 'Här är du inloggad.',
  'account.merger.preview.moves': 'Här är du inloggad. Efteråt är du inloggad på det som blir kvar.',
  'account.merger.preview.addresses': 'Efteråt loggar alla adresser in på det konto som blir kvar.',
  'account.merger.preview.have': 'Det här finns i dem',
  'account.merger.preview.kind': 'Vad',
  'account.merger.preview.in-stays': 'Blir kvar',
  'account.merger.preview.in-ends': 'Går upp',
  'account.merger.preview.lessons': 'Klara lektioner',
  'account.merger.preview.courses': 'Klara kurser',
  'account.merger.preview.badges': 'Märken',
  'account.merger.preview.tests': 'Inlämnade prov',
  'account.merger.preview.answers': 'Övningssvar',
  'account.merger.preview.all': 'Inget av det försvinner.',
  'account.merger.preview.twice': 'Det som finns i båda',
  'account.merger.preview.twice.courses':
    '{count, plural, one {En kurs är klar i båda: den dag som är tidigast gäller.} other {# kurser är klara i båda: den dag som är tidigast gäller.}}',
  'account.merger.preview.twice.badges':
    '{count, plural, one {Ett märke finns i båda. Det räknas en gång, och båda märkena har kvar sin egen sida och fil.} other {# märken finns i båda. De räknas en gång, och alla har kvar sin egen sida och fil.}}',
  'account.merger.preview.twice.openTests':
    '{count, plural, one {Ett prov är öppet i båda. Det du öppnade sist stängs, och det räknas inte som ett försök.} other {# prov är öppna i båda. De du öppnade sist stängs, och det räknas inte som försök.}}',
  'account.merger.preview.companies': 'Dina företag',
  'account.merger.preview.company': '{name}: {role, select, owner {ägare} manager {chef} other {medarbetare}}.',
  'account.merger.preview.company.both':
    '{name}: du är med två gånger. Det blir en plats, som {role, select, owner {ägare} manager {chef} other {medarbetare}}, och företaget ser de kurser som de snävare villkoren säger.',
  'account.merger.preview.seen':
    'Dina företag ser det de redan ser, och inget mer. Det som kom från det andra kontot räknas som tidigare: det syns först om du själv kryssar i det.',
  'account.merger.preview.ticks':
    'Visar du en tidigare kurs nu, och har du börjat på den i båda kontona? Då syns den inte längre, förrän du kryssar i den igen.',
  'account.merger.preview.none': 'Inget av kontona är med i ett företag.',
  'account.merger.preview.do': 'Det går inte att ångra',
  'account.merger.preview.do.text':
    'Två konton som har blivit ett går inte att dela igen. Det andra kontot loggas ut överallt, och alla adresser får ett mejl.',
  'account.merger.preview.sure': 'Ja, båda kontona är mina. Slå ihop dem för gott.',
  'account.merger.preview.problem': 'Kontona är inte ihopslagna.',
  'account.merger.preview.unsure': 'Kryssa i rutan först.',
  'account.merger.preview.code':
    'Vi mejlar en kod till kontot du är inloggad på. Inget händer förrän du har skrivit den.',
  'account.merger.preview.go': 'Fortsätt',
  'account.merger.preview.not': 'Avbryt, ändra inget',

  'account.merger.done.title': 'Nu är det ett konto',
  'account.merger.done.text': 'Allt du har gjort är samlat. Du kan logga in med vilken som helst av dina adresser.',
  'account.merger.done.go': 'Till Mitt lärande',
  'account.merger.done.privacy': 'Se vad dina företag ser',

  'account.step-up.merge': 'Du slår ihop två konton.',
  'account.step-up.merge.do': 'Slå ihop kontona för gott',
  'mail.step-up.merge': 'slå ihop ditt konto i Navet med ett annat av dina',
  'mail.merge-with.subject': '{code} visar att kontot är ditt',
  'mail.merge-with.text': `{code} är koden som visar att {email} är din.

Den som är inloggad i Navet som {account} vill slå ihop det kontot med ditt. Är det du? Skriv koden på sidan där du bad om den.

Koden gäller till {until, time, clock}.

Är det inte du? Gör ingenting och ge inte koden till någon. Då händer inget.
`,
  'mail.merged.subject': 'Dina två konton i Navet är ett',
  'mail.merged.text': `Du har slagit ihop två konton i Navet. Allt i dem är kvar, i ett konto, och det här är en av adresserna som loggar in på det.

Dina företag ser det de såg förut, och inget mer. Vill du visa mer kryssar du i det under Vad andra ser.

Var det inte du? Logga in, logga ut alla andra enheter under Mitt lärande och hör av dig till dem som sköter Navet.
`,
}
