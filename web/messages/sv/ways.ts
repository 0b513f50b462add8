/** Ways in besides the mailed code: the recovery card and passkeys, and what it is to have no address. */
export const ways = {
  'account.no-address': 'ingen adress',
  'account.no-address.text':
    'Kontot har ingen adress, och det behövs ingen. Lägger du till en loggar den också in, med en kod i mejlen.',
  'account.address.code.lead.first':
    'Nu har vi mejlat en kod till {email}. Skriv den här, så läggs adressen till ditt konto.',
  'account.erase.lead.no-address': 'Raderar du kontot går det inte att få tillbaka. Det här försvinner:',
  'account.erase.code.no-address': 'Inget raderas förrän du har visat att det är du.',
  'account.erase.go.no-address': 'Fortsätt',
  'account.other.nobody': 'Här är någon annan inloggad.',
  'account.already.nobody': 'Du är redan inloggad.',

  'ways.title': 'Reservkort och passkeys',
  'ways.text': 'Andra sätt att logga in, om mejlen inte går att nå.',
  'ways.card': 'Ditt reservkort',
  'ways.passkeys': 'Dina passkeys',
  'ways.offer.title': 'Du har bara en väg in till ditt konto.',
  'ways.offer.text':
    'Tappar du den är det du har gjort svårt att nå. Ordna en väg till: ett kort på papper, mobilens eget lås eller en adress till.',
  'ways.offer.card': 'Skriv ut ett reservkort',
  'ways.offer.passkey': 'Använd mobilens eller datorns lås',
  'ways.offer.address': 'Lägg till en adress',
  'ways.offer.no': 'Inte nu',

  'recovery.title': 'Reservkort',
  'recovery.lead':
    'Ett papper med en kod som loggar in dig när inget annat går. Lägg det där du har andra viktiga papper.',
  'recovery.none': 'Du har inget reservkort.',
  'recovery.kept': 'Ditt kort gjordes {day, date, day}. Koden på det visas inte igen.',
  'recovery.unkept':
    'Ditt kort gjordes {day, date, day}, men du har inte tryckt på att du har sparat det. Har du inte papperet, gör ett nytt.',
  'recovery.show': 'Visa kortet',
  'recovery.make': 'Gör ett reservkort',
  'recovery.replace': 'Gör ett nytt kort',
  'recovery.replace.text': 'Då slutar det gamla att gälla.',
  'recovery.once': 'Koden gäller en gång. När du har använt den får du ett nytt kort direkt.',
  'recovery.number': 'Kontots nummer',
  'recovery.number.text': 'Det behövs bara om du ber dem som sköter Navet om hjälp. Ingen kommer in med det.',
  'recovery.back': 'Tillbaka till Mitt lärande',
  'recovery.card.title': 'Ditt reservkort',
  'recovery.card.lead':
    'Skriv ut det, fota det eller skriv av koden. Den visas bara nu, och den som har den kommer in på ditt konto.',
  'recovery.card.first': 'Ditt konto har ingen adress. Utan kortet kommer du inte in igen när du har loggats ut.',
  'recovery.card.heading': 'Reservkort till Navet',
  'recovery.card.code': 'Kod',
  'recovery.card.how': 'Så loggar du in: öppna {address} och skriv koden.',
  'recovery.card.once': 'Koden gäller en gång. Sedan får du ett nytt kort.',
  'recovery.card.made': 'Gjort {day, date, day}. Ett nytt kort gör det här ogiltigt.',
  'recovery.card.lost': 'Tappat det? Logga in på ett annat sätt och gör ett nytt.',
  'recovery.card.print': 'Skriv ut sidan med webbläsarens utskrift.',
  'recovery.card.done': 'Jag har sparat den',
  'recovery.card.more': 'Ordna gärna en väg in till nu, medan du är här:',
  'recovery.sign-in.title': 'Logga in med reservkortet',
  'recovery.sign-in.lead': 'Skriv koden på kortet. Den gäller en gång, och du får ett nytt kort direkt.',
  'recovery.code': 'Koden på reservkortet',
  'recovery.code.hint': 'Sexton tecken. Bindestreck och stora bokstäver spelar ingen roll.',
  'recovery.sign-in.go': 'Logga in',
  'recovery.sign-in.other': 'Logga in med mejl i stället',
  'recovery.sign-in.link': 'Logga in med reservkortet',

  'passkey.title': 'Dina passkeys',
  'passkey.lead':
    'Logga in med enhetens eget lås: fingeravtryck, ansikte eller kod. Inget av det lämnar enheten, och Navet får aldrig veta vilket du använder.',
  'passkey.none': 'Du har ingen passkey.',
  'passkey.made': 'Tillagd {day, date, day}',
  'passkey.add': 'Lägg till en passkey',
  'passkey.remove': 'Ta bort',
  'passkey.remove.one': 'Ta bort passkeyn från {device}, tillagd {day, date, day}',
  'passkey.off': 'Passkeys fungerar inte på den här adressen. De kräver https och ett namn, inte siffror.',
  'passkey.last.title': 'Den passkeyn går inte att ta bort.',
  'passkey.last.text': 'Den är din enda väg in. Gör ett reservkort eller lägg till en adress först.',
  'passkey.new.title': 'Lägg till en passkey',
  'passkey.new.lead': 'Tryck på knappen. Sedan frågar enheten efter ditt fingeravtryck, ditt ansikte eller din kod.',
  'passkey.new.go': 'Lägg till den här enheten',
  'passkey.new.shared': 'Gör det bara på en enhet som är din. På en delad dator kan andra kunna låset.',
  'passkey.sign-in.title': 'Logga in med passkey',
  'passkey.sign-in.lead': 'Enheten frågar efter ditt fingeravtryck, ditt ansikte eller din kod.',
  'passkey.sign-in.go': 'Logga in med passkey',
  'passkey.sign-in.link': 'Logga in med passkey',
  'passkey.script':
    'Passkeys behöver JavaScript, som är avstängt här. Logga in med en kod i mejlen eller med reservkortet.',
  'passkey.stopped': 'Det blev inget. Försök igen, eller välj ett annat sätt.',

  'account.step-up.add-passkey': 'Du lägger till en passkey.',
  'account.step-up.add-passkey.do': 'Fortsätt',
  'account.step-up.remove-passkey': 'Du tar bort passkeyn från {subject}.',
  'account.step-up.remove-passkey.do': 'Ta bort passkeyn',
  'account.step-up.replace-card': 'Du gör ett nytt reservkort. Ett kort som du har slutar gälla.',
  'account.step-up.replace-card.do': 'Gör ett nytt kort',
  'account.step-up.lead.no-address': 'Någon annan kan sitta vid din dator. Visa därför att det är du.',
  'account.step-up.passkey': 'Med passkey',
  'account.step-up.card': 'Med reservkortet',
  'account.step-up.card.text': 'Koden är förbrukad sedan. Du får ett nytt kort direkt.',
  'account.step-up.card.gone': 'Koden är förbrukad sedan.',
  'account.step-up.nothing': 'Kontot har inget att visa det med än.',
  'account.step-up.nothing.go': 'Gör ett reservkort först',

  'account.fault.wrong-card.title': 'Koden stämde inte.',
  'account.fault.wrong-card.text':
    'Kolla tecknen på kortet. Är det använt eller utbytt gäller det inte längre. Inget du har gjort är borta.',
  'account.fault.wrong-card': 'Skriv alla sexton tecken så som de står på ditt senaste kort.',
  'account.fault.many-cards.title': 'Det är för många fel koder härifrån nu.',
  'account.fault.many-cards.text': 'Vänta en timme och försök igen. Kortet gäller fortfarande.',
  'account.fault.passkey.title': 'Den passkeyn passade inte.',
  'account.fault.passkey.text':
    'Den kan vara borttagen från kontot, eller höra till ett annat. Välj ett annat sätt. Inget du har gjort är borta.',
  'account.fault.passkey-late.title': 'Sidan hade varit öppen för länge.',
  'account.fault.passkey-late.text': 'Tryck på knappen igen, så går det bra.',

  'mail.step-up.add-passkey': 'lägga till en passkey till ditt konto',
  'mail.step-up.remove-passkey': 'ta bort en passkey från ditt konto',
  'mail.step-up.replace-card': 'göra ett nytt reservkort till ditt konto',
  'mail.passkey-added.subject': 'En passkey har lagts till ditt konto i Navet',
  'mail.passkey-added.text': `En enhet loggar nu in på ditt konto i Navet med sitt eget lås, en passkey.

Är det inte du som har gjort det? Logga in, ta bort den under Mitt lärande och logga ut alla andra enheter där.
`,
  'mail.passkey-removed.subject': 'En passkey har tagits bort från ditt konto i Navet',
  'mail.passkey-removed.text': `En enhet loggar inte längre in på ditt konto i Navet med sin passkey.

Är det inte du som har gjort det? Logga in, se över passkeys under Mitt lärande och logga ut alla andra enheter där.
`,
  'mail.card-made.subject': 'Ditt konto i Navet har ett nytt reservkort',
  'mail.card-made.text': `Ett nytt reservkort är gjort till ditt konto i Navet. Hade du ett innan gäller det inte längre.

Är det inte du som har gjort det? Logga in, gör ett nytt kort under Mitt lärande och logga ut alla andra enheter där.
`,
  'mail.card-used.subject': 'Ditt reservkort till Navet är använt',
  'mail.card-used.text': `Koden på ditt reservkort till Navet är använd, och ett nytt kort är gjort i stället.

Är det inte du som har gjort det? Logga in, gör ett nytt kort under Mitt lärande och logga ut alla andra enheter där.
`,
}
