import { readPaperCode } from '../../worker/accounts/paper-code/rules.ts'
import { readNames } from '../../worker/companies/papers/rules.ts'
import { readCode } from '../../worker/accounts/codes/rules.ts'
import { Address } from '../../worker/accounts/forms.ts'
import { readName } from '../../worker/accounts/rules.ts'
import { readContact } from '../../worker/companies/details/rules.ts'
import { readList } from '../../worker/companies/invitations/list/read-list.ts'
import { readJoinCode } from '../../worker/companies/rules.ts'
import { AnswerFields } from '../../worker/quizzes/answer-fields.ts'
import { readRemark } from '../../worker/remarks/rules.ts'

/** How the server reads a field, and what people type into it; whatever it takes, the form has to let through. */
export interface Reader {
  takes: (text: string) => boolean
  examples: string[]
}

export const code: Reader = {
  takes: (text) => readCode(text) !== undefined,
  examples: ['407118', '407 118', '407-118', '407118 är din kod till Navet', 'Kod: 407118', '”407118”,'],
}
const name: Reader = {
  takes: (text) => 'name' in readName(text),
  examples: ['Åsa Öberg', '𐐀'.repeat(80), 'å'.repeat(80)],
}
const email: Reader = {
  takes: (text) => Address.safeParse(text).success,
  examples: [
    'amira@plat.example',
    "O'Neill+ai@plat.example",
    'Amira <amira@plat.example>',
    'mailto:amira@plat.example',
    'amira@plåt.example;',
  ],
}
const joinCode: Reader = {
  takes: (text) => readJoinCode(text) !== undefined,
  examples: [
    '0123456789ABCDEF',
    '0123-4567-89AB-CDEF',
    '0123 4567 89ab cdef',
    'kod: 0123456789ABCDEF.',
    '<https://navet.example/sv/join/0123456789ABCDEF>',
  ],
}
const reach: Reader = {
  takes: (text) => 'contact' in readContact({ name: 'Karin', reach: text }),
  examples: ['0243-123 45', '+46 (0)243-123 45', 'karin.as@plat.example', 'å'.repeat(100)],
}
const remark: Reader = { takes: (text) => 'text' in readRemark(text), examples: ['Fel facit.', '🛠'.repeat(1000)] }
const answer: Reader = {
  takes: (text) => AnswerFields.text.safeParse(text).success,
  examples: ['7 350 kr', 'ett långt svar '.repeat(13)],
}

/** People to invite: whatever stands on a line is one, or is said to be none. */
const list: Reader = {
  takes: (text) => 'rows' in readList(text, []),
  examples: ['Tilda Rask, tilda@plat.example, Svets', 'Nils;nils@plat.example\nåsa@plat.example', 'x'.repeat(5000)],
}
/** Part of a name: whatever is not found is said to be. */
const search: Reader = { takes: () => true, examples: ['Åsa', 'örn', 'd’Angelo'] }

/** A guess in a lesson's text: a number as people write it. What cannot be read comes back with a hint. */
const guess: Reader = { takes: (text) => text.length <= 60, examples: ['38', '12,5', '3 900', '−5', 'ungefär 40'] }

const card: Reader = {
  takes: (text) => readPaperCode(text) !== undefined,
  examples: ['K7FM-2QXD-94TB-HN3C', 'k7fm2qxd94tbhn3c'],
}
const names: Reader = { takes: (text) => 'names' in readNames(text), examples: ['Pelle Lager\nOlle Svets'] }

/** By the address a form is sent to and the field's name. A field that is typed in and is not here fails the test. */
export const readers: [RegExp, RegExp, Reader][] = [
  [/\/sign-in$/, /^email$/, email],
  [/\/me\/(addresses|merger)$/, /^email$/, email],
  [
    /\/((sign-in|me\/erasure|me\/addresses|me\/merger|me\/recovery|me\/passkeys)\/(code|confirmation)|members\/[^/]+\/ownership|handover|closing\/code)$/,
    /^code$/,
    code,
  ],
  [/\/sign-in\/recovery$/, /^card$/, card],
  [/\/companies\/[^/]+\/papers$/, /^names$/, names],
  [/\/me\/name$/, /^name$/, name],
  [/\/companies\/new$/, /^(name|displayName)$/, name],
  [/\/companies\/[^/]+\/settings$/, /^name$/, name],
  [/\/companies\/[^/]+\/contact$/, /^contactName$/, name],
  [/\/companies\/[^/]+\/contact$/, /^contactReach$/, reach],
  [/\/companies\/[^/]+\/closing$/, /^company$/, name],
  [/\/companies\/[^/]+\/move$/, /^name$/, name],
  [/\/join\/[^/]+$/, /^name$/, name],
  [/\/members\/[^/]+$/, /^(name|newTeam)$/, name],
  [/\/companies\/[^/]+\/(name|teams|teams\/[^/]+)$/, /^name$/, name],
  [/\/members$/, /^q$/, search],
  [/\/join$/, /^code$/, joinCode],
  [/\/invitations\/list$/, /^rows$/, list],
  [/\/me\/badges\/[^/]+$/, /^holder$/, name],
  [/\/remarks$/, /^text$/, remark],
  [/\/answers\/[^/]+$/, /^(t|text)$/, answer],
  [/\/attempts\/[^/]+$/, /^t\./, answer],
  [/\/courses\/[^/]+\/[^/]+#guess-/, /^guess-/, guess],
]
