/** The sheet for members, unions and those who work with data protection: what a company sees and who decides. */
export const information = {
  'information.title': 'Så fungerar Navet på {company}',
  'information.title.any': 'Så fungerar Navet på ett företag',
  'information.lead':
    'Ett blad för dig som medarbetare, för facket och för den som arbetar med dataskydd: vem som bestämmer, vad företaget ser och vad det aldrig ser.',
  'information.back': 'Till det företaget ser om dig',
  'information.company': 'Om {company}',
  'information.courses': 'Kurser som företaget ser',
  'information.courses.all': 'Alla kurser i Navet, även de som kommer senare.',
  'information.courses.none': 'Inga.',
  'information.terms': 'Villkor',
  'information.terms.which': 'Version {version}, från {at, date, day}',
  'information.contact': 'Fråga om AI',

  'information.what': 'Vad Navet är',
  'information.what.text':
    'Navet är en webbplats med korta kurser i praktisk AI. Du läser, svarar på frågor och kan göra ett prov som ger ett märke. Alla kurser går att läsa utan konto och utan att vara med i ett företag.',

  'information.who': 'Vem som bestämmer',
  'information.who.you':
    'Du bestämmer själv om du går med. Innan du gör det ser du vilka kurser det gäller och vad som visas. Ingen kan lägga till dig.',
  'information.who.owners':
    'Ägarna i Navet väljer vilka kurser som visas. Vill de visa fler får du frågan på nytt, och säger du nej gäller det du gick med på.',
  'information.who.earlier': 'Det du gjorde innan du gick med visas bara om du själv kryssar i det.',
  'information.who.leave': 'Du kan lämna företaget i Navet när du vill, och behåller dina svar, framsteg och märken.',

  'information.no': 'Går det att säga nej?',
  'information.no.text':
    'Ja, så länge arbetsgivaren inte har gjort en kurs till en del av ditt arbete. Du behöver inte säga varför, och Navet berättar inte för företaget att du har tackat nej.',
  'information.no.duty':
    'Har arbetsgivaren gjort en kurs till en del av ditt arbete är det arbetsgivaren, inte Navet, som avgör vad ett nej betyder. Fråga din chef eller ditt fack.',

  'information.seen.all':
    'Ägare och chefer för företaget ser alla som är med. Den som är chef för ett team ser bara sitt team. Kollegor ser ingenting om varandra.',
  'information.seen.none':
    'Ingen AI bedömer dig. Proven rättas mot ett facit som människor har skrivit. Det finns inga topplistor, och den tid du lägger mäts inte.',

  'information.kept': 'Hur länge det sparas',
  'information.kept.more': 'Allt som sparas, och hur länge, står här:',

  'information.responsible': 'Vem som ansvarar för uppgifterna',
  'information.responsible.company':
    '{company, select, none {Företaget} other {{company}}} ansvarar för listan över sina medlemmar och för vad det gör med det som står där (personuppgiftsansvarig). Den som driver Navet sköter listan åt företaget (personuppgiftsbiträde). Avtalet kan alla läsa:',
  'information.responsible.operator':
    'För ditt konto, dina svar, dina prov och dina märken ansvarar den som driver Navet. Företaget kommer inte åt dem.',
  'information.operator': '{name} driver Navet här.',
  'information.operator.unset': 'Vem som driver Navet här har inte angetts.',

  'information.rights': 'Vad du kan göra',
  'information.rights.row': 'Se precis det som företaget ser om dig',
  'information.rights.all': 'Se vad som sparas om dig, få en kopia och radera ditt konto',
  'information.rights.wrong': 'Är något fel? Fråga den som leder företaget i Navet, eller den som driver Navet.',

  'information.union': 'Det här brukar facket fråga',
  'information.union.judge': 'Används det för att bedöma eller jämföra medarbetare?',
  'information.union.judge.text':
    'Navet visar om en kurs är klar och om märket är taget. Poäng, tider och jämförelser finns inte att visa. Vad företaget gör av att någon är klar, eller inte, vet Navet inte. Fråga företaget.',
  'information.union.watch': 'Går det att följa vad någon gör under dagen?',
  'information.union.watch.text':
    'Nej. Företaget ser vilken dag en kurs blev klar, men inga klockslag, ingen tid och inte när någon senast var inloggad. Navet installerar inget på datorn och läser inget i företagets andra program.',
  'information.union.hours': 'Görs kurserna på arbetstid?',
  'information.union.hours.text': 'Det bestämmer arbetsgivaren. Ett besök tar ungefär fem minuter.',
  'information.union.change': 'Kan företaget börja se mer?',
  'information.union.change.text':
    'Fler kurser ser det först när var och en har gått med på det. Svar, poäng och försök går inte att slå på.',
  'information.union.law': 'Måste arbetsgivaren ta upp det med facket först?',
  'information.union.law.text':
    'Det svarar det här bladet inte på. Det beror på hur ni tänker använda Navet och på vilka avtal ni har. Fråga facket, er arbetsgivarorganisation eller en jurist.',

  'information.not':
    'Bladet beskriver hur Navet fungerar {at, date, day}. Det är ingen juridisk rådgivning, och inget intyg på att en lag följs.',
} as const
