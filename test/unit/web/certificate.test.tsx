import fc from 'fast-check'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { expect, test } from 'vitest'

import { badgePictureSvg, pictureNames } from '../../../web/components/badge-art/named-picture.ts'
import { CertificatePage, type CertificateProps } from '../../../web/pages/badges/certificate-page.tsx'
import { certificatePdf } from '../../../web/pages/badges/certificate-pdf.ts'
import { unprintable } from '../../../web/pages/badges/print-name.ts'
import { pathOperators } from '../../../formats/pdf/svg-path.ts'
import { drawSvg } from '../../../formats/pdf/svg-drawing.ts'
import { frame, html } from './frame.ts'

const nothing = { courses: [], paths: { paths: [], planned: [] } }

function certificate(more: Partial<CertificateProps> = {}): CertificateProps {
  return {
    frame: frame(),
    badge: {
      name: 'AI-granskare',
      picture: badgePictureSvg('CHK-2', nothing, 'AI-granskare')!,
      areaAndLevel: 'Granska, nivå 2: Självständigt',
    },
    claims: ['Avgöra hur noga ett svar behöver granskas.', 'Hitta fel i siffror, namn och löften.'],
    tested: 'Tio frågor, slumpade ur minst 24. Minst åtta rätt krävs.',
    issuer: 'Navet',
    day: '24 november 2026',
    course: 'Granska svaret',
    proofUrl: 'https://navet.example/sv/badges/5b0c7a3de21f4c6f9a1e0d2c3b4a5968',
    demo: false,
    ...more,
  }
}

/** The text as another program reads it, white space evened out. */
async function read(props: CertificateProps): Promise<{ text: string; pages: number }> {
  const { text, totalPages } = await extractText(await certificatePdf(props), { mergePages: true })
  return { text: text.replaceAll(/\s+/g, ' '), pages: totalPages }
}

const says = [
  'Märket',
  'AI-granskare',
  'Granska, nivå 2: Självständigt',
  'Avgöra hur noga ett svar behöver granskas.',
  'Så prövades det',
  'Tio frågor, slumpade ur minst 24.',
  'Navet',
  '24 november 2026',
  'Granska svaret',
  'https://navet.example/sv/badges/5b0c7a3de21f4c6f9a1e0d2c3b4a5968',
]

test('the PDF says on one page, as text that can be copied, what the badge says', async () => {
  const { text, pages } = await read(certificate())
  expect(pages).toBe(1)
  for (const words of says) expect(text).toContain(words)
  expect(text).not.toMatch(/Utfärdat till|Demo/)
})

test('the page says the same', () => {
  const page = html(<CertificatePage {...certificate()} pdf="/sv/badges/1/certificate.pdf" />)
  for (const words of says) expect(page).toContain(words)
  expect(page).toContain('href="/sv/badges/1/certificate.pdf"')
  expect(page).toContain('QR-kod som leder till https://navet.example/sv/badges/5b0c')
  expect(page).not.toMatch(/Utfärdat till|Demo|style=/)
})

test('the holder is named only when the badge says the name', async () => {
  expect((await read(certificate({ holder: 'Åsa Öberg-Łukasiewicz' }))).text).toContain(
    'Utfärdat till, enligt innehavaren själv: Åsa Öberg-Łukasiewicz',
  )
  expect(html(<CertificatePage {...certificate({ holder: 'محمد <b>' })} pdf="/x" />)).toContain(
    'Utfärdat till, enligt innehavaren själv: <bdi>محمد &lt;b&gt;</bdi>',
  )
})

test.each(['Олена Зеленська Åsa', 'Ιωάννα Παπαδοπούλου', 'Nguyễn Thị Ánh', 'Ǧamīla Ḫān', 'Жұлдыз Ѕтојан', 'Ἑλένη'])(
  'a name in extended Latin, Greek or Cyrillic stands in the PDF: %s',
  async (holder) => {
    expect(unprintable(holder)).toBe('')
    expect((await read(certificate({ holder }))).text).toContain(`enligt innehavaren själv: ${holder}`)
  },
)

test('a name is written with the letters it has, however its accents were typed', async () => {
  const holder = 'Zoë Ångström'.normalize('NFD')
  expect((await read(certificate({ holder }))).text).toContain('Zoë Ångström')
  expect(unprintable('سارة Åsa')).toBe('س ا ر ة')
})

test('a name in letters that the PDF lacks points to the page; pictures in a name are left out', async () => {
  expect((await read(certificate({ holder: 'محمد' }))).text).toContain(
    'Namnet som innehavaren har angett står på märkets sida',
  )
  expect((await read(certificate({ holder: '🌷🌷' }))).text).toContain(
    'Namnet som innehavaren har angett står på märkets sida',
  )
  expect((await read(certificate({ holder: '🌷 Kim Šarić ❤️' }))).text).toMatch(
    /enligt innehavaren själv: Kim Šarić Den som/,
  )
})

test('a demo says so on paper and in the PDF', async () => {
  expect((await read(certificate({ demo: true }))).text).toContain('Demo. Märket är inte utfärdat av hubben.')
  const english = certificate({ demo: true, frame: frame({ locale: 'en' }) })
  expect((await read(english)).text).toContain('Demo. The badge is not issued by the hub.')
  expect(html(<CertificatePage {...english} pdf="/x" />)).toContain('Demo. The badge is not issued by the hub.')
})

test('the PDF has a title, its language, headings, a list, named pictures and a link', async () => {
  const file = await certificatePdf(certificate())
  const pdf = await getDocumentProxy(file.slice())
  const page = await pdf.getPage(1)
  const roles = JSON.stringify(await page.getStructTree())

  expect((await getMeta(pdf)).info.Title).toBe('Intyg: AI-granskare')
  expect((await pdf.getMetadata()).info).toMatchObject({ Language: 'sv' })
  for (const role of ['Document', 'H1', 'H2', 'L', 'LI', 'LBody', 'Link']) expect(roles).toContain(`"role":"${role}"`)
  expect(roles).toContain('"alt":"Märkets bild"')
  expect(roles).toContain('QR-kod som leder till https://navet.example')
  expect((await page.getAnnotations())[0]).toMatchObject({ subtype: 'Link', url: certificate().proofUrl })
})

test('long texts stay on the page', async () => {
  const claims = Array.from({ length: 6 }, (_, i) => `${i} ${'Säga vad som saknas i en sammanfattning. '.repeat(4)}`)
  const { text, pages } = await read(
    certificate({ claims, holder: 'Å'.repeat(200), proofUrl: `https://navet.example/${'a'.repeat(150)}` }),
  )
  expect(pages).toBe(1)
  expect(text).toContain('5 Säga vad som saknas')
})

test('no name, however strange, keeps the certificate from being made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (holder) => {
      const file = await certificatePdf(certificate({ holder, badge: { ...certificate().badge, name: holder } }))
      expect(new TextDecoder('latin1').decode(file.slice(0, 8))).toBe('%PDF-1.7')
    }),
    { numRuns: 40 },
  )
})

test('every picture of a badge can be drawn in a PDF, and nothing else is drawn in part', () => {
  for (const name of pictureNames(nothing)) expect(drawSvg(badgePictureSvg(name, nothing)!)).toMatch(/ f$/m)
  const svg = (inner: string) => () => drawSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)
  expect(svg('<text>x</text>')).toThrow('<text>')
  expect(svg('<path fill="red" d="M0 0"/>')).toThrow('red')
  expect(svg('<path d="M0 0C1 1 2 2 3 3"/>')).toThrow('command C')
  expect(svg('<path d="M0 0A1 2 0 0 1 3 3"/>')).toThrow('elliptic')
  expect(svg('<g transform="skewX(4)"/>')).toThrow('skewX')
})

test('an arc becomes curves that end where it ends and bend as it bends', () => {
  expect(pathOperators('M0 0A10 10 0 0 1 10 10Z')).toBe('0 0 m 5.5228 0 10 4.4772 10 10 c h')
  expect(pathOperators('M0 0A10 10 0 0 0 10 10')).toBe('0 0 m 0 5.5228 4.4772 10 10 10 c')
  expect(pathOperators('m5 5a64 64 0 0 0 128 0h-8V1').match(/ c/g)).toHaveLength(2)
  expect(pathOperators('M1 1 2 2m-1-1 3 3')).toBe('1 1 m 2 2 l 1 1 m 4 4 l')
})
