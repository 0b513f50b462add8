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
  'mail.member-left.subject': 'Kvitto: du har lämnat {company}',
  'mail.member-left.text': `Du lämnade {company} i Navet {day, date, day}.

Företaget ser inte längre din rad, ditt namn i listorna eller det du hade valt att visa. Kvar hos företaget är rader i händelseloggen, i {months} månader, och inbjudan du kom med tills den går ut.

Du behåller allt som är ditt: svar, klara kurser och märken.

Ditt kvitto, att spara eller skriva ut:
{link}
`,
  'mail.member-removed.subject': 'Du är inte längre med i {company}',
  'mail.member-removed.text': `{name} har tagit bort dig ur {company} i Navet.

Företaget ser inga kurser eller märken för dig från och med nu. Du behåller allt som är ditt: svar, framsteg och märken.

Det kan ångras till och med {until, date, day} klockan {until, time, clock}. Händer det får du ett mejl till.

Blev det fel? Prata med {name}.
`,
  'mail.restored.subject': 'Du är med i {company} igen',
  'mail.restored.text': `Borttagningen ur {company} i Navet är ångrad, så du är med igen. Det du gjort sedan du togs bort ser ägare och chefer bara om du själv väljer att visa det.

Vad de ser, och hur du lämnar, står under Teamet när du är inloggad.
`,
  'mail.owner.subject': 'Du är ägare av {company}',
  'mail.owner.text': `Du är ägare av {company} i Navet från och med nu.

Ett företag har alltid en ägare. Den som var det är inte kvar, eller så har företaget bett oss som sköter Navet att ge dig rollen.

Som ägare bestämmer du roller och bjuder in. Vill du inte? Gör någon annan till ägare under Teamet.
`,
  'mail.name-corrected.subject': 'Ditt namn i {company} är rättat',
  'mail.name-corrected.text': `{by} har rättat ditt namn i {company} i Navet. Nu står det {name}.

Stämmer det inte? Öppna Navet, gå till Teamet och ändra tillbaka.
`,
  'mail.terms.subject': '{company} vill se fler kurser',
  'mail.terms.text': `En ägare av {company} har gjort version {version} av villkoren i Navet. Den visar fler kurser för ägare och chefer.

Inget nytt visas förrän du har läst och sagt ja. Säger du nej fortsätter det som gäller nu.

Öppna Navet, gå till Teamet och läs vad som skulle visas.
`,
  'mail.made-owner.subject': 'Du är ägare av {company}',
  'mail.made-owner.text': `{name} har gjort dig till ägare av {company} i Navet.

Som ägare bestämmer du roller och bjuder in. Vill du inte? Byt roll under Teamet.
`,
  'mail.unmade-owner.subject': 'Du är inte längre ägare av {company}',
  'mail.unmade-owner.text': `{name} har gett dig en annan roll i {company} i Navet.

Du är kvar i företaget och behåller allt som är ditt. Blev det fel? Prata med {name}.
`,
  'mail.closing.subject': '{company} stängs {day, date, day}',
  'mail.closing.text': `Ägaren av {company} är inte kvar i Navet, och ingen chef kan ta över. Därför stängs företaget {day, date, day}.

Du behåller allt som är ditt: svar, framsteg och märken. Ingen ser din rad under tiden.

Vill ni behålla företaget? Hör av er till dem som sköter Navet före dess, så kan någon av er bli ägare.
`,
  'mail.staying.subject': '{company} stängs inte',
  'mail.staying.text': `{company} har en ägare igen i Navet. Företaget stängs alltså inte, och allt är som förut.

Du behöver inte göra något.
`,
  'mail.company-closed.subject': '{company} är stängt',
  'mail.company-closed.text': `Ägaren har stängt {company} i Navet.

Företaget ser ingenting om dig från och med nu. Du behåller allt som är ditt: kurser, svar och märken.

Till och med {until, date, day} kan den som var ägare öppna företaget igen. Händer det får du ett mejl till.
`,
  'mail.company-reopened.subject': '{company} är öppet igen',
  'mail.company-reopened.text': `{company} är öppet igen i Navet, och du är med som förut. Det du gjort medan det var stängt ser ägare och chefer bara om du själv väljer att visa det.

Vad de ser, och hur du lämnar, står under Teamet när du är inloggad.
`,
  'mail.merger-offer.subject': 'Vill du följa med till {other}?',
  'mail.merger-offer.text': `{company} ska gå upp i {other} i Navet. Du väljer själv om du vill följa med.

Logga in, så står frågan högst upp på Mitt lärande. Där läser du först vad {other} skulle se om dig.

Utan ditt ja flyttas ingenting. Du kan säga nej, och behåller allt som är ditt i vilket fall.
`,
  'mail.step-up.subject': '{code} är din kod till Navet',
  'mail.step-up.text': `{code} är koden för att {deed}.

Skriv den på sidan där du bad om den. Den gäller till {until, time, clock}.

Är det inte du som vill det här? Ge inte koden till någon, och logga ut kontot överallt under Mitt lärande: någon annan är inloggad på det.
`,
  'mail.step-up.add-address': 'lägga till adressen {subject} till ditt konto',
  'mail.step-up.remove-address': 'ta bort adressen {subject} från ditt konto',
  'mail.step-up.erase': 'radera ditt konto i Navet för gott',
  'mail.step-up.give-ownership': 'ändra vem som är ägare av ditt företag i Navet',
  'mail.step-up.close-company': 'stänga ditt företag i Navet',
  'mail.ownership.subject': '{company} har fått ändrade ägare',
  'mail.ownership.made': `{name} är nu ägare av {company} i Navet.

Det gjordes från ditt konto, med en kod till en av dina adresser. Var det inte du? Logga in, ändra tillbaka under Teamet och logga ut alla andra enheter under Mitt lärande.
`,
  'mail.ownership.unmade': `{name} är inte längre ägare av {company} i Navet.

Det gjordes från ditt konto, med en kod till en av dina adresser. Var det inte du? Logga in, ändra tillbaka under Teamet och logga ut alla andra enheter under Mitt lärande.
`,
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
  'mail.erased.letter': `Ditt konto i Navet är raderat, och allt som hörde till det är borta.

Den som driver Navet gjorde det, för att du bad om det. Det går inte att ångra. Det här är det sista mejlet från Navet till dig.
`,
  'mail.erased.absent': `Ditt konto i Navet är raderat, och svar, resultat och namn är borta.

Ingen hade loggat in på det på tre år, och vi skrev till dig innan. Det går inte att ångra. Det här är det sista mejlet från Navet till dig.
`,
  'mail.absence.subject': 'Ditt konto i Navet raderas den {day}',
  'mail.absence.text': `Ingen har loggat in på ditt konto i Navet på nästan tre år. Om ingen gör det raderas kontot den {day}, med svar, resultat och namn.

Vill du ha det kvar? Logga in innan dess. Mer behövs inte:
{link}

Vill du inte ha det kvar behöver du inte göra något.
`,
  'mail.absence.badges': `Märken som andra kan se finns kvar i tio år, med det som står i dem. När kontot är borta tar du tillbaka ett märke med dess länk. Spara mejlet om du kan behöva det. Visa länkarna för ingen:`,
  'mail.absence.kept': `Dina märken finns kvar i tio år, med det som står i dem. Den som har länken kan ta tillbaka märket. Spara mejlet:`,
  'mail.trial.subject': 'Provmejl: adressen fungerar',
  'mail.trial.text': `Det här mejlet kom fram till {email}. Adressen fungerar igen, och brev från Navet skickas hit som vanligt.

Du bad om provet under Mitt lärande. Du behöver inte göra något mer.
`,
  'mail.weekly.name': 'veckobrevet',
  'mail.open': 'Öppna länken',
  'mail.off': 'Sluta få sådana brev',
  'mail.why.codes': 'Du får mejlet för att någon bad om en kod till din adress.',
  'mail.invitation.subject': '{name} bjuder in dig till Navet',
  'mail.invitation.text': `{name} bjuder in dig till {company} i Navet: korta kurser om AI på jobbet, fem minuter åt gången.

Läs först vad företaget får se om dig, och vad ingen får se. Sedan säger du ja eller nej. Säger du nej får ingen veta det, och du kan gå alla kurser ändå.
{link}

Länken gäller till och med {until, date, day}, och bara för den som läser mejl till den här adressen.

Känner du inte {name} eller {company}? Då kan du kasta mejlet. Ingen ser om du har öppnat det.
`,
  'mail.why.invitation':
    'Du får mejlet för att någon bjöd in din adress. Säger du nej kommer det inga fler från det företaget om den inbjudan.',
  'mail.why.notices':
    'Du får mejlet för att det rör ditt konto eller ditt företag i Navet. Sådana mejl går inte att stänga av.',
  'mail.why.letters': 'Du får brevet för att du har sagt ja till {letter}.',
  'mail.off.title': 'Sluta få {letter}?',
  'mail.off.lead': 'Koder och sådant som rör ditt konto kommer ändå.',
  'mail.off.do': 'Sluta skicka {letter}',
  'mail.off.done.title': 'Du får inte {letter}',
  'mail.off.done.lead': 'Koder och sådant som rör ditt konto kommer ändå. Ångrar du dig räcker ett tryck.',
  'mail.off.undo': 'Skicka {letter} igen',
} as const
