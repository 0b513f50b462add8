import { fonts } from 'virtual:print-fonts'

import { borderFlower, borderLeaves, borderPlaces, borderScale } from '../../components/badge-art/border-modules.ts'
import { pdfDocument } from '../../../formats/pdf/pdf-document.ts'
import { type FontFile, PdfFont } from '../../../formats/pdf/pdf-font.ts'
import { drawSvg, rgb } from '../../../formats/pdf/svg-drawing.ts'
import { n, pathOperators } from '../../../formats/pdf/svg-path.ts'
import { type Style, TaggedPage, wrapped } from '../../../formats/pdf/tagged-page.ts'
import type { CertificateProps } from './certificate-page.tsx'
import { isPlainName, nameAsPrinted } from './name-as-printed.ts'
import { qrPath } from './qr-path.ts'

const INK = '#221e1b'
const SOFT = '#4f4841'
const FALU = '#8f2018'
const FOREST = '#20523a'
const RULE = '#b8ab96'
/** Millimetres from the upper left corner. */
const LEFT = 28
const RIGHT = 182
const PICTURE = 58
const FOOT = 210
const ADDRESS = 273
const CODE = 30

/** The certificate as a PDF of one page: text that can be selected and read aloud, the picture and the code as vectors. */
export async function certificatePdf(props: CertificateProps): Promise<Uint8Array> {
  const { frame, badge } = props
  // The fonts for other letters weigh more than all the rest: they are read for the names that need them.
  const others =
    props.holder && !isPlainName(nameAsPrinted(props.holder)) ? (await import('virtual:name-fonts')).nameFonts : []
  // Long texts are set smaller until they end above the foot.
  let sheet = layOut(props, others, 1.15)
  for (const scale of [1.07, 1, 0.92, 0.84, 0.76, 0.68, 0.6]) {
    if (sheet.end > FOOT - 6) sheet = layOut(props, others, scale)
  }
  return pdfDocument(sheet.page, {
    title: frame.t('certificate.title', { badge: badge.name }),
    language: frame.locale,
    fonts: [...Object.values(sheet.type.fonts), ...sheet.others.filter((font) => font.isUsed)],
  })
}

function layOut(props: CertificateProps, more: FontFile[], scale: number) {
  const page = new TaggedPage()
  const type = typeOf(scale)
  const others = more.map((font, i) => new PdfFont(`Name${i}`, font))
  page.decoration(border(page))
  const head = drawHead(page, props, { ...type, holder: { ...type.holder, others } })
  const end = drawClaims(page, props, type, Math.max(head, LEFT + PICTURE) + 16 * scale)
  drawFoot(page, props, typeOf(1, type.fonts))
  return { page, type, others, end }
}

type Type = ReturnType<typeof typeOf>

function typeOf(scale: number, known?: Record<'head' | 'text' | 'bold', PdfFont>) {
  const set = known ?? {
    head: new PdfFont('Head', fonts.head),
    text: new PdfFont('Text', fonts.text),
    bold: new PdfFont('Bold', fonts.bold),
  }
  const style = (font: PdfFont, size: number, leading: number, colour = INK): Style => ({
    font,
    size: size * scale,
    leading: size * leading * scale,
    colour,
    tracking: font === set.head ? -0.018 : 0,
  })
  return {
    fonts: set,
    title: style(set.head, 10.6, 1.02),
    section: style(set.head, 6, 1.1),
    part: style(set.head, 4.4, 1.1),
    text: style(set.text, 3.9, 1.4),
    strong: style(set.bold, 3.9, 1.4),
    kind: style(set.bold, 3.9, 1.4, FALU),
    holder: style(set.bold, 4.9, 1.25),
    small: style(set.text, 3.4, 1.35),
    label: style(set.text, 3.4, 1.35, SOFT),
    fact: style(set.bold, 3.4, 1.35),
  }
}

/** Picture, name and holder; gives the last baseline. */
function drawHead(page: TaggedPage, { frame: { t }, badge, holder, demo }: CertificateProps, type: Type): number {
  const x = LEFT + PICTURE + 9
  const width = RIGHT - x
  const lines = (words: string, style: Style) => wrapped(words, width, style)
  const name = lines(badge.name, type.title)
  page.figure(t('certificate.art'), drawSvg(badge.picture), { x: LEFT, y: LEFT, size: PICTURE, units: 512 })
  let y = page.lines('P', [t('badge.holder')], { x, y: LEFT + 8 }, type.kind)
  y = page.lines('H1', name, { x, y: y + 2 + type.title.size * 0.95 }, type.title)
  y = page.lines('P', lines(badge.areaAndLevel, type.text), { x, y: y + 7.5 }, type.text)
  if (holder) y = drawHolder(y + 9)
  if (!demo) return y

  const notice = wrapped(t('badge.demo'), width - 8, type.strong)
  const top = y + 5
  const end = page.lines('P', notice, { x: x + 4, y: top + 6.2 }, type.strong)
  page.decoration(`${rgb(FALU)} RG 0.9 w ${x + 0.45} ${n(top)} ${width - 0.9} ${n(end - top + 3.6)} re S`)
  return end + 3.6

  /** A name in letters that the fonts lack is not spelled with boxes. */
  function drawHolder(at: number): number {
    const name = nameAsPrinted(holder!)
    const { font, others = [] } = type.holder
    const canWrite = name !== '' && [...name].every((char) => [font, ...others].some((each) => each.has(char)))
    if (!canWrite) return page.lines('P', lines(t('certificate.given.elsewhere'), type.text), { x, y: at }, type.text)
    const end = page.lines('P', lines(t('certificate.given'), type.text), { x, y: at }, type.text)
    return page.lines('P', lines(name, type.holder), { x, y: end + type.holder.leading }, type.holder)
  }
}

/** What the holder can and how it was tested; gives the last baseline. */
function drawClaims(page: TaggedPage, props: CertificateProps, type: Type, top: number): number {
  const { t } = props.frame
  const width = RIGHT - LEFT
  let y = page.lines('H2', wrapped(t('badge.can'), width, type.section), { x: LEFT, y: top }, type.section)
  y += 4.2
  page.decoration(rule(y, INK, 0.4))
  const { size, leading } = type.text
  page.within('L', () => {
    for (const claim of props.claims) {
      page.decoration(check(LEFT + 0.5, y + size * 1.5))
      const place = { x: LEFT + 9, y: y + size * 1.65 }
      page.within('LI', () => (y = page.lines('LBody', wrapped(claim, width - 9, type.text), place, type.text)))
      y += leading * 0.6
      page.decoration(rule(y, RULE, 0.25))
    }
  })
  y = page.lines('H2', [t('badge.how')], { x: LEFT, y: y + leading * 2 }, type.part)
  return page.lines('P', wrapped(props.tested, width, type.text), { x: LEFT, y: y + leading * 1.15 }, type.text)
}

function drawFoot(page: TaggedPage, { frame: { t }, issuer, day, course, proofUrl }: CertificateProps, type: Type) {
  const code = qrPath(proofUrl)
  const codeX = LEFT + 64
  const checkX = codeX + CODE + 7
  const lines = (words: string, width: number, style = type.small) => wrapped(words, width, style)
  page.decoration(rule(FOOT, INK, 0.4))
  let y = FOOT + 2.2
  fact('badge.fact.issuer', issuer)
  fact('badge.fact.issued', day)
  fact('badge.fact.course', course)
  page.figure(t('certificate.code', { address: proofUrl }), `${rgb(INK)} rg ${pathOperators(code.d)} f`, {
    x: codeX,
    y: FOOT + 5,
    size: CODE,
    units: code.size,
  })
  const side = page.lines('H2', [t('certificate.check')], { x: checkX, y: FOOT + 8 }, type.part)
  const text = lines(t('certificate.check.text'), RIGHT - checkX)
  page.lines('P', text, { x: checkX, y: side + 6 }, type.small)
  page.link(proofUrl, lines(proofUrl, RIGHT - LEFT), { x: LEFT, y: ADDRESS }, type.small)

  function fact(label: Parameters<typeof t>[0], value: string) {
    y = page.lines('P', [t(label)], { x: LEFT, y: y + 4.9 }, type.label)
    y = page.lines('P', lines(value, 58, type.fact), { x: LEFT, y: y + type.fact.leading }, type.fact)
    y += 1.1
  }
}

function rule(y: number, colour: string, width: number): string {
  return `${rgb(colour)} RG ${width} w ${LEFT} ${n(y)} m ${RIGHT} ${n(y)} l S`
}

function check(x: number, y: number): string {
  return `${rgb(FOREST)} RG 0.9 w ${n(x)} ${n(y - 1.3)} m ${n(x + 1.7)} ${n(y + 0.4)} l ${n(x + 5)} ${n(y - 3.2)} l S`
}

function border(page: TaggedPage): string {
  const stamp = (body: string) => page.stamp(drawSvg(`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`), 32)
  const [flower, leaves] = [stamp(borderFlower), stamp(borderLeaves)]
  return borderPlaces()
    .map(({ x, y, leaves: isLeaves }) => {
      return `q ${borderScale} 0 0 ${borderScale} ${n(x)} ${n(y)} cm ${isLeaves ? leaves : flower} Q`
    })
    .join('\n')
}
