import type { QuestionType } from '../../../formats/catalogue/catalogue.ts'
import { CoursesFolder, en, sv } from './courses.ts'

/** A question of each type as an author writes it, in both languages; the first words of the comment are filled in. */
const written = {
  single: {
    head: '',
    sv: `Ett AI-svar lovar kunden leverans på fredag. Vad kontrollerar du först?

- [ ] Tonen i hälsningen.
  > Fel. Tonen kan du slipa på sist.
- [x] Löftet om leverans.
  > Rätt. Ett brutet löfte kostar mest.
- [ ] Stavningen av namnet.
  > Fel. Stavningen märks men skadar ingen.`,
    en: `An AI answer promises the customer delivery on Friday. What do you check first?

- [ ] The tone of the greeting.
  > Wrong. The tone can be polished last.
- [x] The promise of delivery.
  > Right. A broken promise costs most.
- [ ] The spelling of the name.
  > Wrong. The spelling shows but harms nobody.`,
  },
  multiple: {
    head: '',
    sv: `Ett AI-svar lovar kunden leverans på fredag. Vilka **två** delar kontrollerar du?

- [x] Löftet om leverans.
  > Rätt. Ett brutet löfte kostar mest.
- [ ] Tonen i hälsningen.
  > Fel. Tonen kan du slipa på sist.
- [x] Priset i slutet.
  > Rätt. Ett fel pris blir dyrt.
- [ ] Radernas längd.
  > Fel. Längden skadar ingen.`,
    en: `An AI answer promises the customer delivery on Friday. Which **two** parts do you check?

- [x] The promise of delivery.
  > Right. A broken promise costs most.
- [ ] The tone of the greeting.
  > Wrong. The tone can be polished last.
- [x] The price at the end.
  > Right. A wrong price is expensive.
- [ ] The length of the lines.
  > Wrong. The length harms nobody.`,
  },
  match: {
    head: ', type: match',
    sv: `Vad gör du när det händer på jobbet?

| Händelse | Åtgärd |
|---|---|
| Ett sms med nytt kontonummer | Ring numret ni redan har |
| En röst ber om *koden* | Lägg på luren |
|  | Svara i morgon |
| Ett möte vill ha betalning | Låt två godkänna |

> Rätt. Den som ringer upp själv kan inte övertalas.

<!-- -->

> Svara aldrig på samma väg som frågan kom.`,
    en: `What do you do when it happens at work?

| Event | Action |
|---|---|
| A message with a new account number | Call the number you have |
| A voice asks for the *code* | Hang up the phone |
|  | Answer tomorrow |
| A meeting wants a payment | Let two approve |

> Correct. Whoever calls back cannot be talked round.

<!-- -->

> Never answer the way the question came.`,
  },
  order: {
    head: '',
    sv: `Ett AI-svar ska till en kund. I vilken ordning gör du?

1. Läs hela svaret en gång.
2. Kontrollera *siffrorna* mot källan.
3. Skicka svaret till kunden.

> Rätt. Läsningen visar vad som måste kontrolleras.

<!-- -->

> Läs först, kontrollera sedan, skicka sist. Det som är skickat går inte att ta tillbaka.`,
    en: `An AI answer goes to a customer. In what order do you work?

1. Read the whole answer once.
2. Check the *figures* against the source.
3. Send the answer to the customer.

> Correct. Reading shows you what has to be checked.

<!-- -->

> Read first, check next, send last. What is sent cannot be taken back.`,
  },
  text: {
    head: ', answer: [källa, källan, source, the source]',
    sv: `Vad saknas i svaret: "Enligt en undersökning är 80 % nöjda"?

> Rätt. Utan källa går siffran inte att kontrollera.

<!-- -->

> Siffran saknar källa. Fråga var den kommer ifrån innan du använder den.`,
    en: `What does this answer lack: "According to a survey 80% are satisfied"?

> Correct. Without a source nobody can check the figure.

<!-- -->

> The figure has no source. Ask where it comes from before you use it.`,
  },
  number: {
    head: ', answer: 3900, tolerance: 0.5, unit: kr',
    sv: `Tre timmar kostar 1 300 kr var. Vad blir summan?

> Rätt. Tre gånger 1 300 är 3 900.

<!-- -->

> Räkna tre gånger 1 300 kr. Räkna alltid om det som en AI har räknat ut.`,
    en: `Three hours cost 1,300 kr each. What is the sum?

> Correct. Three times 1,300 is 3,900.

<!-- -->

> Multiply 1,300 kr by three. Always recalculate what an AI has calculated.`,
  },
  spot: {
    head: ', type: spot',
    sv: `En AI-tjänst skrev det här om semester. Vilka meningar är fel?

> Semesterlagen gäller alla anställda. Du har rätt till **tio** dagar om året.
> Lagen kom år 2077.

- [ ] Semesterlagen gäller alla anställda.
  > Det stämmer. Lagen gäller alla som är anställda.
- [x] Du har rätt till tio dagar om året.
  > Fel. Lagen ger dig tjugofem dagar om året.
- [x] Lagen kom år 2077.
  > Fel. Året 2077 har inte varit än.`,
    en: `An AI service wrote this about holidays. Which sentences are wrong?

> The Annual Leave Act covers all employees. You have a right to **ten** days a year.
> The act came in 2077.

- [ ] The Annual Leave Act covers all employees.
  > That is right. The act covers everybody who is employed.
- [x] You have a right to ten days a year.
  > Wrong. The act gives you twenty-five days a year.
- [x] The act came in 2077.
  > Wrong. The year 2077 has not been yet.`,
  },
  replay: {
    head: ', type: replay, recorded: 2026-11-12',
    sv: `Du vill ha en lapp till växeln om bedrägerier. Vilken instruktion ger ett svar som håller?

- [ ] Skriv en proffsig rutin om *telefonbedrägerier*.
  > Rutin för telefonsäkerhet.
  >
  > | Krav | Källa |
  > |---|---|
  > | Anteckna samtalet | Telefonlagen |
  >
  > **Felet:** Det finns ingen sådan lag i Sverige.
- [x] Skriv tre rader till oss i växeln.
  > 1. Lägg på luren.
  > 2. Ring upp kunden.
  >
  > **Bra:** Stegen är era egna och står i ordning.`,
    en: `You want a note for the switchboard about fraud. Which prompt gives an answer that holds?

- [ ] Write a professional routine about *phone fraud*.
  > Routine for phone security.
  >
  > | Demand | Source |
  > |---|---|
  > | Log the call | Phone Act |
  >
  > **The fault:** There is no such act in Sweden.
- [x] Write three lines for us at the switchboard.
  > 1. Hang up the phone.
  > 2. Call the customer.
  >
  > **Good:** The steps are your own and in order.`,
  },
  branch: {
    head: ', type: branch',
    sv: `Telefonen ringer, och rösten är chefens. Hur går det?

#### Samtalet
<!-- id: call -->

Hon sitter i möte. Betala en *faktura* före fem, säger hon.

- [Betala fakturan direkt.](#kontot)
- [Fråga om hennes hund.](#hunden)

#### Hunden
<!-- id: dog -->

Svaret stämmer med bilderna på nätet.

- [Betala ändå, hon vet ju.](#kontot)
- [Lägg på och ring själv.](#slutet)

#### Kontot
<!-- id: account -->
<!-- end: bad -->

Pengarna har gått iväg.

- [Tillbaka dit samtalet började](#samtalet)

#### Slutet
<!-- id: end -->
<!-- end: good -->

Hon har aldrig ringt er.`,
    en: `The phone rings, and the voice is your boss's. How does it end?

#### The call
<!-- id: call -->

She is in a meeting. Pay an *invoice* before five, she says.

- [Pay the invoice at once.](#the-account)
- [Ask about her dog.](#the-dog)

#### The dog
<!-- id: dog -->

The answer fits the pictures on the web.

- [Pay anyway, she knows.](#the-account)
- [Hang up and call yourself.](#the-end)

#### The account
<!-- id: account -->
<!-- end: bad -->

The money has gone.

- [Back to where the call began](#the-call)

#### The end
<!-- id: end -->
<!-- end: good -->

She never called you.`,
  },
} as const satisfies Record<QuestionType, { head: string; sv: string; en: string }>

export type WrittenType = QuestionType
export const allTypes = Object.keys(written) as WrittenType[]

/** The fixture with a question `new-one` of a type at the end of its lesson, perhaps spoilt. */
export function folderWith(type: WrittenType, spoil: (text: string) => string = (text) => text, inEnglish = false) {
  const folder = new CoursesFolder()
  const comment = `<!-- { id: new-one, competence: CHK-1a, kind: calculation${written[type].head} } -->`
  const add = (path: string, heading: string, text: string, change: boolean) => {
    const question = `### ${heading}\n${comment}\n\n${text}\n`
    folder.write(path, `${folder.read(path).trimEnd()}\n\n${change ? spoil(question) : question}`)
  }
  add(sv, 'Fråga 5', written[type].sv, true)
  add(en, 'Question 5', written[type].en, inEnglish)
  return folder
}
