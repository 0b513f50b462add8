import { en } from '../courses.ts'

/** So many words, in sentences of seven. */
export const words = (count: number) => Array.from({ length: count }, (_, i) => (i % 7 === 6 ? 'så.' : 'ett')).join(' ')

export interface Bad {
  id: string
  severity: 'error' | 'warning'
  file?: string
  from: string
  to: string
  /** Words of the line that is to be named; else line 1. */
  at?: string
  says: string
}

export const lesson: Bad[] = [
  { id: 'L01', severity: 'error', from: '## Lagom koll', to: `${words(300)}\n\n## Lagom koll`, says: 'words; 300–650' },
  { id: 'L02', severity: 'error', from: 'minutes: 6', to: 'minutes: 5', at: '5', says: 'write minutes: 6' },
  {
    id: 'L05',
    severity: 'error',
    from: 'Du kan avgöra vad',
    to: 'Avgöra vad',
    at: 'Avgöra',
    says: 'begin it with "Du kan',
  },
  {
    id: 'L05',
    severity: 'error',
    from: 'Du kan avgöra',
    to: 'Du kan förstå',
    at: 'Du kan förstå',
    says: 'nobody can see',
  },
  {
    id: 'L07',
    severity: 'warning',
    from: '\n## Lagom koll',
    to: '\n# Lagom koll',
    at: '# Lagom',
    says: 'a heading of level 1',
  },
  {
    id: 'L08',
    severity: 'warning',
    from: 'Tonen kan alltså inte',
    to: `${words(71)} Tonen kan alltså inte`,
    at: 'ett ett',
    says: 'paragraph of',
  },
  { id: 'L10', severity: 'error', from: '## Gör nu: två minuter', to: '## Prova', says: 'has 0 blocks "Gör nu"' },
  {
    id: 'L11',
    severity: 'error',
    from: '- Börja med konsekvensen. Den styr hur noga du kontrollerar.\n- Den som skickar svaret äger svaret.\n',
    to: '',
    at: '## Kom ihåg',
    says: 'has 1 bullets',
  },
  {
    id: 'L11',
    severity: 'error',
    from: 'äger svaret.\n\n## Quiz',
    to: `äger svaret ${words(14)}\n\n## Quiz`,
    at: '- Den som skickar',
    says: 'at most 15',
  },
  {
    id: 'L13',
    severity: 'error',
    from: '## Lagom koll',
    to: '## Lagom koll\n\n![](../images/a.svg)',
    at: '![](',
    says: 'no alt text',
  },
  {
    id: 'L13',
    severity: 'error',
    from: '## Lagom koll',
    to: '## Lagom koll\n\n![Bild på ett skåp](../images/a.svg)',
    at: '![Bild',
    says: 'begins "Bild på"',
  },
  {
    id: 'L14',
    severity: 'warning',
    from: '## Lagom koll',
    to: '## Lagom koll\n\n| a | b | c | d | e |\n|---|---|---|---|---|\n| a | b | c | d | e |',
    at: '| a',
    says: '5 columns',
  },
  {
    id: 'L15',
    severity: 'error',
    from: '## Lagom koll',
    to: '## Lagom koll\n\nSe [här](https://imy.se/).',
    at: '[här]',
    says: '"här"',
  },
  {
    id: 'L16',
    severity: 'error',
    from: 'review_by: 2027-05-01',
    to: 'review_by: 2027-12-01',
    at: '2027-12-01',
    says: 'write 2027-11-29 or earlier',
  },
  {
    id: 'L17',
    severity: 'warning',
    from: 'Tonen kan alltså inte',
    to: 'I Copilot kan tonen alltså inte',
    at: 'I Copilot',
    says: 'Copilot is named',
  },
  {
    id: 'L18',
    severity: 'error',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: 'Tonen hjälper dig i 30 % av fallen.',
    at: 'Tonen hjälper',
    says: '"30 %" needs a source',
  },
  {
    id: 'L18',
    severity: 'error',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: 'Tonen nämns i artikel 4.',
    at: 'Tonen nämns',
    says: '"artikel 4" needs a source',
  },
  {
    id: 'L20',
    severity: 'error',
    file: en,
    from: '## The right amount of checking',
    to: 'The right amount of checking',
    says: 'headings, and',
  },
]

export const language: Bad[] = [
  {
    id: 'T05',
    severity: 'warning',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: `Tonen ${'kan '.repeat(26)}inte hjälpa dig.`,
    at: 'Tonen kan kan',
    says: 'sentence of 30 words',
  },
  {
    id: 'T05',
    severity: 'error',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: `Tonen ${'kan '.repeat(30)}inte hjälpa dig.`,
    at: 'Tonen kan kan',
    says: 'sentence of 34 words',
  },
  {
    id: 'T07',
    severity: 'warning',
    from: 'Det kan vara ett datablad,',
    to: 'Det kan vara t.ex. ett datablad,',
    at: '2. **Källa',
    says: 'write "till exempel"',
  },
  {
    id: 'T10',
    severity: 'warning',
    from: 'Tonen kan alltså inte',
    to: 'Tonen i en LLM kan alltså inte',
    at: 'Tonen i en',
    says: 'called "språkmodell"',
  },
  {
    id: 'T11',
    severity: 'warning',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: 'AI:n vet vad du menar.',
    at: 'AI:n vet',
    says: 'a person of a program',
  },
  {
    id: 'T12',
    severity: 'warning',
    from: 'Tonen kan alltså inte',
    to: 'Den banbrytande tonen kan alltså inte',
    at: 'Den ban',
    says: 'promises or frightens',
  },
]

export const key = '- [x] Löftet om nötter, eftersom en allergisk gäst kan bli allvarligt sjuk.'
export const question: Bad[] = [
  {
    id: 'Q03',
    severity: 'error',
    from: 'Vilka **två** texter',
    to: 'Vilka två texter',
    at: '### Fråga 4',
    says: 'Vilka **två**',
  },
  {
    id: 'Q04',
    severity: 'error',
    from: 'Tiderna ska stämma, men ett fel där ger mest irritation. Börja med det som kan skada någon.',
    to: 'Tiderna ska stämma.',
    at: 'Tiderna ska stämma.',
    says: '3 words; 8–30',
  },
  {
    id: 'Q05',
    severity: 'error',
    from: 'Tiderna ska stämma, men ett fel där ger mest irritation. Börja med det som kan skada någon.',
    to: 'Fel.',
    at: 'Fel.',
    says: 'teaches nothing',
  },
  { id: 'Q06', severity: 'error', from: key, to: '- [x] Löftet om nötter.', at: '### Fråga 1', says: 'times as long' },
  {
    id: 'Q08',
    severity: 'error',
    from: 'Det stämmer bara om du har bett den att vara helt ärlig.',
    to: 'Inget av ovanstående stämmer, så vitt man kan veta.',
    at: '- [ ] Inget',
    says: 'tests reading',
  },
  {
    id: 'Q10',
    severity: 'error',
    from: 'Vad kontrollerar du först?',
    to: 'Vad kontrollerar du inte först?',
    at: 'Ett hotell i Rättvik',
    says: 'negative ("inte")',
  },
  {
    id: 'Q11',
    severity: 'error',
    from: 'Vad kontrollerar du först?',
    to: 'Säg vad du kontrollerar.',
    at: 'Ett hotell i Rättvik',
    says: 'question mark',
  },
  {
    id: 'Q12',
    severity: 'warning',
    from: 'AI-tjänsten svarar på en fråga om semesterregler och visar en länk till en källa. ',
    to: '',
    at: 'Vad är bästa nästa steg?',
    says: '5 words; 12–60',
  },
  {
    id: 'Q14',
    severity: 'warning',
    from: 'Det stämmer bara om du har bett den att vara helt ärlig.',
    to: 'Modellen skriver mer försiktigt när du gissar, så det hörs.',
    at: '- [ ] Modellen skriver mer försiktigt när du',
    says: '% of their words',
  },
  {
    id: 'Q15',
    severity: 'warning',
    from: 'Löftet om nötter, eftersom en allergisk',
    to: 'Löftet om nötter i utkastet, ty en allergisk',
    at: '### Fråga 1',
    says: 'gives it away',
  },
  {
    id: 'Q18',
    severity: 'error',
    from: 'competences: [CHK-1, CHK-2]',
    to: 'competences: [CHK-1, CHK-2, UND-2]',
    at: 'UND-2',
    says: 'is about UND-2',
  },
  {
    id: 'Q20',
    severity: 'warning',
    from: ' <!-- m: ton=innehåll -->',
    to: '',
    at: '- [ ] Tonen i hela',
    says: 'misconception',
  },
]
