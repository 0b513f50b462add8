export const verify = {
  'verify.lead':
    'Välj filen med märket. Den stannar i din webbläsare och skickas inte. Är märket härifrån hämtar sidan det som gäller i dag och jämför.',
  'verify.file': 'Fil med märke',
  'verify.file.hint': 'JSON, JWT, PNG eller SVG enligt Open Badges 3.0, högst 5 MB. Du kan också släppa filen här.',
  'verify.script':
    'Kontrollen görs i din egen webbläsare och behöver JavaScript. Utan det kan du öppna märkets egen sida: dess adress står i märket.',
  'verify.about': 'Tre frågor, tre svar',
  'verify.about.intact': 'Säger den det som undertecknades? Ändras något av det stämmer underskriften inte längre.',
  'verify.about.issuer':
    'Vem har utfärdat den? Ja svarar vi bara för utfärdare på vår lista, i första hand oss själva. Vem som helst kan skriva ett namn i en fil. För andra säger vi vad filen kallar sin utfärdare, och att vi inte har frågat.',
  'verify.about.validity':
    'Gäller den än? Tiden, och listan över återkallade märken när den finns här. Står det något i filen som vi inte förstår svarar vi inte ja.',
  'verify.about.offline':
    'Sidan fungerar utan nät när den väl är öppnad: då gäller nycklarna och listan som hämtades sist.',
  'verify.link': 'Kontrollera en fil i stället',
  'verify.self': 'Kontrollera själv',
  'verify.self.lead':
    'Du behöver inte lita på den här sidan. Räkna om underskriften i din egen webbläsare. Inget skickas härifrån.',
  'verify.self.go': 'Kontrollera i webbläsaren',
  'verify.yours': 'Är det här ditt märke?',
  'verify.yours.label': 'E-postadress att jämföra med',
  'verify.yours.hint': 'Jämförs här i webbläsaren. Adressen skickas inte.',
  'verify.yours.go': 'Jämför',
  'verify.yours.match': 'Ja. Märket hör till den adressen.',
  'verify.yours.other': 'Nej. Märket hör inte till den adressen.',
  'verify.yours.none': 'Märket har ingen adress att jämföra med.',
  'verify.says': 'Filen säger: {name}, från {issuer}, {day}.',
  'verify.says.holder': 'Filen säger: {name}, från {issuer}, {day}. Innehavaren har själv angett namnet ”{holder}”.',
  'verify.says.stranger': 'Filen säger: {name}, från någon som kallar sig ”{issuer}”, {day}.',
  'verify.says.stranger.holder':
    'Filen säger: {name}, från någon som kallar sig ”{issuer}”, {day}. Som namn på innehavaren står ”{holder}”.',
  'verify.says.presented':
    'Märket låg inuti en presentation. Det är märket som kontrolleras, inte vem som visar upp det.',
  'verify.busy': 'Kontrollerar …',
  'verify.failed': 'Märket gick inte att hämta. Försök igen om en stund.',
  'verify.all.yes': 'Märket stämmer.',
  'verify.all.no': 'Lita inte på den här filen.',
  'verify.all.unknown': 'Allt gick inte att kontrollera här.',
  'verify.outcome.yes': 'Ja',
  'verify.outcome.no': 'Nej',
  'verify.outcome.unknown': 'Inte kontrollerat',
  'verify.question.intact': 'Oförändrad',
  'verify.question.issuer': 'Utfärdare',
  'verify.question.validity': 'Gäller än',
  'verify.found.intact': 'Det som filen säger är det som undertecknades.',
  'verify.found.changed': 'Underskriften hör inte till det här innehållet. Något är ändrat.',
  'verify.found.no-proof': 'Filen är inte undertecknad.',
  'verify.found.unknown-context': 'Filen använder ord ur en lista som vi inte känner till: {detail}',
  'verify.found.claims-differ': 'Filen säger samma sak två gånger, på olika sätt.',
  'verify.found.other-purpose': 'Underskriften är gjord för något annat än att intyga.',
  'verify.found.jwt-algorithm': 'Underskriften är av ett slag som inte duger för märken: {detail}',
  'verify.found.proof-expired': 'Underskriften gällde till {detail}.',
  'verify.found.words-unread':
    'Filen har ord eller skrivsätt som vi inte förstår, så underskriften går inte att räkna om: {detail}',
  'verify.found.several-proofs': 'Filen har flera underskrifter. Det kan vi inte kontrollera.',
  'verify.found.proof-kind': 'Underskriften är av ett slag som vi inte kan kontrollera: {detail}',
  'verify.found.key-out-of-reach': 'Utan utfärdarens nyckel går underskriften inte att räkna om: {detail}',
  'verify.found.here': 'Nyckeln hör till den här webbplatsen: {detail}',
  'verify.found.listed': 'Utfärdaren finns på listan över utfärdare som gäller här: {detail}',
  'verify.found.issuer-unread': 'Vem filen nämner som utfärdare går inte att läsa.',
  'verify.found.did-key':
    'Underskriften är gjord med en nyckel som vem som helst kan ha skapat. Den finns inte på vår lista: {detail}',
  'verify.found.key-of-another': 'Nyckeln hör inte till den som filen nämner som utfärdare: {detail}',
  'verify.found.key-not-listed': 'Utfärdaren har ingen sådan nyckel, eller har tagit bort den: {detail}',
  'verify.found.key-withdrawn': 'Utfärdaren intygar inte längre något med den nyckeln: {detail}',
  'verify.found.elsewhere': 'Filen nämner {detail}. Dit frågar vi inte.',
  'verify.found.own-key': 'Filen har nyckeln med sig. Det visar inte att den hör till {detail}.',
  'verify.found.keys-offline': 'Nätet är borta, och nycklarna har inte hämtats förut: {detail}',
  'verify.found.keys-missing': 'Den här webbplatsen har inga nycklar för {detail}.',
  'verify.found.issuer-pointless': 'Utan en underskrift som stämmer finns ingen utfärdare att pröva.',
  'verify.found.valid': 'Inte återkallat. Listan lästes {detail}.',
  'verify.found.valid-without-list': 'Utan slutdag, och utan lista att återkallas på.',
  'verify.found.revoked': 'Märket är återkallat: {detail}',
  'verify.found.replaced':
    'Den här filen är ersatt av en nyare, från {detail}. Det nya märket finns på märkets egen sida.',
  'verify.found.expired': 'Märket gällde till {detail}.',
  'verify.found.not-yet': 'Märket gäller först från {detail}.',
  'verify.found.list-elsewhere':
    'Listan över återkallade märken finns hos någon annan, och dit frågar vi inte: {detail}',
  'verify.found.list-offline': 'Nätet är borta, och listan har inte hämtats förut: {detail}',
  'verify.found.list-missing': 'Listan över återkallade märken finns inte: {detail}',
  'verify.found.unread':
    'Filen har uppgifter som vi inte förstår. Någon av dem kan betyda att märket inte gäller: {detail}',
  'verify.found.list-old':
    'Listan över återkallade märken är gammal, läst {detail}. Märket kan ha återkallats efter det.',
  'verify.found.list-none': 'Märken härifrån finns alltid på en lista där de kan återkallas. Det här nämner ingen.',
  'verify.found.not-served': 'Märket finns inte längre på sin sida, fast det inte är återkallat än: {detail}',
  'verify.found.served-differs': 'Märket på sin egen sida säger något annat än filen: {detail}',
  'verify.found.list-unproven': 'Listan över återkallade märken är inte undertecknad av utfärdaren: {detail}',
  'verify.found.status-kind': 'Återkallas på ett sätt som vi inte kan kontrollera: {detail}',
  'verify.found.unproven': 'Filen säger det, men ingen underskrift som stämmer står bakom.',
  'verify.found.validity-pointless': 'Det som är ändrat kan inte gälla.',
  'verify.fault.too-large': 'Filen är större än 5 MB och läses inte.',
  'verify.fault.too-deep': 'Filen är byggd i fler lager än något märke är, och läses inte.',
  'verify.fault.truncated': 'Filen slutar mitt i. Hämta den en gång till.',
  'verify.fault.damaged': 'Filen är skadad och går inte att läsa.',
  'verify.fault.two-credentials': 'Filen har två märken i sig. Då går det inte att veta vilket bilden visar.',
  'verify.fault.active-content': 'Bilden har ett program i sig. Lita inte på den.',
  'verify.fault.outside-content':
    'Bilden länkar eller hämtar något utanför sig själv. Sådana läses inte. Pröva märkets JSON-fil i stället.',
  'verify.fault.doctype':
    'Bilden börjar med en dokumenttyp (DOCTYPE). Sådana läses inte. Pröva märkets JSON-fil i stället.',
  'verify.fault.compressed':
    'Märket ligger komprimerat i bilden, och det tillåter inte Open Badges 3.0. Pröva märkets JSON-fil i stället.',
  'verify.fault.other-chunk':
    'Märket ligger i en del av bilden där Open Badges 3.0 inte lägger det. Pröva märkets JSON-fil i stället.',
  'verify.fault.several-badges': 'Filen har flera märken i sig. Kontrollera dem ett i taget.',
  'verify.fault.too-many-nodes': 'Filen har fler än 2\u00a0000 delar, fler än något märke, och läses inte.',
  'verify.fault.too-many-contexts': 'Filen nämner fler än tio ordlistor, fler än något märke, och läses inte.',
  'verify.fault.said-twice':
    'Filen har samma uppgift två gånger på samma ställe. Då går det inte att veta vilken som gäller.',
  'verify.fault.gave-up':
    'Kontrollen avbröts: den tog mer än tio sekunder eller gick inte att köra. Om filen är äkta eller inte vet vi inte.',
  'verify.fault.no-credential':
    'Bilden har inget märke i sig. Kanske är det en skärmbild, eller en bild som sparats om.',
  'verify.fault.open-badges-2': 'Det här är ett märke av äldre slag, Open Badges 2. Här kontrolleras 3.0.',
  'verify.fault.not-a-badge': 'Filen är inget märke enligt Open Badges 3.0.',
  'verify.fault.browser-too-old':
    'Webbläsaren saknar det som kontrollen behöver. Pröva en nyare, och en adress som börjar med https.',
} as const
