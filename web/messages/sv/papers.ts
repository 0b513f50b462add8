/** The papers of an installation: who answers for what, the agreement with companies, accessibility. */
export const papers = {
  'papers.template':
    'Mall från Navet. En jurist hos {name, select, none {den personuppgiftsansvariga} other {{name}}} ska läsa den innan den används.',
  'papers.read': 'Läst av den ansvarigas jurist {day}.',
  'papers.print': 'Skriv ut sidan från webbläsarens meny. Den är gjord för papper i A4.',

  'about.information': 'Så fungerar Navet på ett företag: ett blad för medarbetare och fack',

  'notice.title': 'Så hanterar vi dina uppgifter',
  'notice.lead':
    'Du kan läsa allt utan konto. Skaffar du ett sparar vi din adress och vad du har blivit klar med, så att du kan fortsätta där du slutade och få dina märken.',
  'notice.who.learner': 'Det här gäller ditt konto, dina svar, dina prov och dina märken.',
  'notice.who.company':
    'Varje företag ansvarar för sin egen lista över medlemmar. Vi sköter den åt företaget, enligt ett avtal som alla kan läsa:',
  'notice.why': 'Varför, och med vilket stöd',
  'notice.why.account': 'Konto, kurser, prov och märken',
  'notice.why.account.text':
    'För att du ska kunna logga in, fortsätta och få märken. Det är vad du ber om när du skaffar kontot (avtal, artikel 6.1 b i dataskyddsförordningen).',
  'notice.why.company': 'Det ditt företag ser',
  'notice.why.company.text':
    'Vilka kurser du är klar med, vilka märken du har och vilken dag. Aldrig svar, poäng eller försök. Företaget har ett berättigat intresse av att veta vem som gått vilken kurs (artikel 6.1 f). Inget visas förrän du har läst villkoren och gått med, och det slutar när du lämnar.',
  'notice.why.safety': 'Säkerhet',
  'notice.why.safety.text':
    'Inloggningar, fel koder och ändringar skrivs upp utan ditt namn, för att skydda konton (berättigat intresse, artikel 6.1 f).',
  'notice.why.mail': 'Mejl',
  'notice.why.mail.text':
    'Koder, kvitton och varningar hör till kontot. Andra mejl får du bara om du har sagt ja (samtycke, artikel 6.1 a), och i varje sådant mejl kan du säga nej.',
  'notice.why.remarks': 'Det du skriver om en fråga',
  'notice.why.remarks.text':
    'Skickar du en anmärkning läses den av dem som skriver kurserna, utan ditt namn, för att frågan ska bli bättre (berättigat intresse, artikel 6.1 f).',
  'notice.receivers': 'Vem som tar del av dem',
  'notice.receivers.company': 'De som leder ett företag som du har gått med i. Precis vad de ser står under ”{page}”.',
  'notice.receivers.badge': 'Den som har adressen till sidan för ett av dina märken. Den sidan kan du ta bort.',
  'notice.receivers.suppliers': 'De som driver tekniken åt oss: {names}.',
  'notice.receivers.suppliers.unset': 'De som driver tekniken åt oss. Vilka det är har inte angetts här.',
  'notice.receivers.nobody': 'Ingen annan. Vi säljer inget, och sidorna hämtar inget från andra webbplatser.',
  'notice.rights': 'Vad du kan göra',
  'notice.rights.see': 'Se vad som finns och vem som ser det',
  'notice.rights.mend': 'Rätta ditt namn, dina adresser och se var du är inloggad',
  'notice.rights.erase': 'Radera kontot',
  'notice.rights.write':
    'Vill du ha en kopia, flytta dina uppgifter, begränsa hur de används eller invända? Skriv till adressen ovan. Du får svar inom en månad.',
  'notice.automatic': 'Inga beslut av en maskin',
  'notice.automatic.text':
    'Prov rättas mot ett facit som människor har skrivit. Ingen AI bedömer dig, och inget du gör här avgör något om dig automatiskt.',

  'agreement.title': 'Avtal om personuppgifter för företag',
  'agreement.lead':
    'För företag som låter sina medarbetare gå med. Det är ett personuppgiftsbiträdesavtal enligt artikel 28 i dataskyddsförordningen.',
  'agreement.parties': 'Parter',
  'agreement.parties.company': 'Företaget (personuppgiftsansvarig):',
  'agreement.parties.number': 'Organisationsnummer:',
  'agreement.parties.contact': 'Kontakt:',
  'agreement.parties.processor': 'Den som driver Navet (personuppgiftsbiträde):',
  'agreement.subject': 'Vad avtalet gäller',
  'agreement.subject.text':
    'Biträdet sköter företagets lista över medlemmar i Navet: bjuder in, tar emot den som går med och visar för dem som leder företaget vem som är klar med vilken kurs, vilka märken som är tagna och vilken dag.',
  'agreement.subject.not':
    'Avtalet gäller inte medlemmens eget konto, svar, prov och märken. För dem ansvarar den som driver Navet själv, och företaget har inte tillgång till dem.',
  'agreement.what': 'Uppgifter och personer',
  'agreement.what.text':
    'Medlemmens namn i företaget, roll, dag för inträde, inbjudningar, och för de kurser som villkoren nämner: påbörjad eller klar, märke, dag. Personerna är anställda och andra som arbetar för företaget. Känsliga uppgifter ska inte skrivas in.',
  'agreement.length': 'Hur länge',
  'agreement.length.text':
    'Så länge företaget finns i Navet och medlemmen är med. En inbjudan som ingen använder glöms efter 30 dagar. Vad som hände i företaget (vem som gick med, lämnade eller fick en roll) glöms efter 24 månader.',
  'agreement.instructions': 'Instruktioner',
  'agreement.instructions.text':
    'Biträdet behandlar uppgifterna bara så som avtalet och företagets skriftliga instruktioner säger, och säger till om en instruktion ser ut att strida mot dataskyddsreglerna.',
  'agreement.secrecy': 'Tystnadsplikt',
  'agreement.secrecy.text': 'De som arbetar hos biträdet och kan se uppgifterna har lovat att inte föra dem vidare.',
  'agreement.security': 'Säkerhet',
  'agreement.security.text':
    'Överföring är krypterad. Man loggar in med en kod som gäller en gång. Vem som får se vad prövas i databasen vid varje fråga. Loggar innehåller inga namn, adresser eller koder. Säkerhetskopior är krypterade och sparas högst 35 dagar.',
  'agreement.suppliers': 'Underbiträden',
  'agreement.suppliers.names': 'Vid avtalets början: {names}.',
  'agreement.suppliers.unset': 'Vid avtalets början:',
  'agreement.suppliers.text':
    'Biträdet berättar minst 30 dagar innan ett nytt underbiträde börjar, och företaget kan säga nej. Underbiträden har samma skyldigheter som biträdet. Uppgifter lämnar EU och EES bara om det finns stöd för det i dataskyddsförordningen och företaget har fått veta det.',
  'agreement.help': 'Hjälp',
  'agreement.help.text':
    'Biträdet hjälper företaget att svara när någon vill se, rätta eller radera sina uppgifter, att bedöma risker och att samråda med myndigheten.',
  'agreement.breach': 'Om något går fel',
  'agreement.breach.text':
    'Händer något med uppgifterna berättar biträdet det för företaget utan onödigt dröjsmål: vad som hänt, vilka det rör, vad det kan leda till och vad som görs. Så kan företaget anmäla inom 72 timmar om det behövs.',
  'agreement.audit': 'Insyn',
  'agreement.audit.text':
    'Biträdet visar på begäran hur avtalet följs. Programmet är öppet, så den som vill kan granska hur det fungerar.',
  'agreement.end': 'När avtalet tar slut',
  'agreement.end.text':
    'Det tar slut när företaget stängs i Navet, eller tre månader efter att någon av parterna sagt upp det. Då raderar biträdet företagets uppgifter, eller lämnar dem först tillbaka om företaget ber om det.',
  'agreement.signed': 'Underskrifter',
  'agreement.signed.company': 'För företaget: ort, dag, namn',
  'agreement.signed.processor': 'För biträdet: ort, dag, namn',

  'accessibility.title': 'Tillgänglighet',
  'accessibility.lead': 'Navet ska gå att använda med tangentbord, skärmläsare, förstorad text och utan skript.',
  'accessibility.how.title': 'Hur tillgängligt det är',
  'accessibility.how':
    'Målet är WCAG 2.2 nivå AA. Varje sida körs genom automatiska kontroller och prövas med bara tangentbord, på en smal skärm, i ljust och mörkt läge och utan skript.',
  'accessibility.lacks.title': 'Vad vi vet brister',
  'accessibility.lacks':
    'Ingen oberoende granskning är gjord, och personer som använder skärmläsare till vardags har inte prövat sidorna. Automatiska kontroller hittar inte allt. Certifikatet som PDF har rubriker och språk märkta, men märkets egen sida är lättare att läsa.',
  'accessibility.report.title': 'Hittade du ett hinder?',
  'accessibility.report': 'Berätta vilken sida det var, vad du försökte göra och vad som hände. Skriv till:',
  'accessibility.report.unset':
    'Berätta för den som driver Navet hos dig: vilken sida, vad du försökte göra och vad som hände.',
} as const
