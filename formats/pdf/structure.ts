import type { PdfFile, Ref } from './pdf-file.ts'
import { textString } from './pdf-font.ts'

/** The structure types of PDF that a certificate needs. */
export type Tag = 'Document' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'LBody' | 'Figure' | 'Link'

export interface Element {
  tag: Tag
  /** What a picture shows. */
  alt?: string
  /** Where a picture is, as PDF counts. */
  box?: number[]
  /** Of a link, its annotation. */
  annotation?: Ref
  /** A number names a marked piece of the page's content. */
  kids: (Element | number)[]
}

/** Writes what the pieces of one page are, for screen readers. Source: ISO 32000-2, 14.7. */
export function writeStructure(file: PdfFile, page: Ref, root: Element): Ref {
  const owners: Ref[] = []
  const links: Ref[] = []
  const tree = file.reserve()
  const whole = writeElement(root, tree)
  const byPiece = `0[${owners.join(' ')}]`
  const byLink = links.map((link, i) => `${i + 1} ${link}`).join(' ')
  const parents = file.add(`<</Nums[${byPiece} ${byLink}]>>`)
  file.fill(tree, `<</Type/StructTreeRoot/K ${whole}/ParentTree ${parents}/ParentTreeNextKey ${links.length + 1}>>`)
  return tree

  function writeElement({ tag, alt, box, annotation, kids }: Element, parent: Ref): Ref {
    const ref = file.reserve()
    const written = kids.map((kid) => {
      if (typeof kid !== 'number') return writeElement(kid, ref)
      owners[kid] = ref
      return String(kid)
    })
    if (annotation) {
      links.push(ref)
      written.push(`<</Type/OBJR/Obj ${annotation}/Pg ${page}>>`)
    }
    const more =
      (alt === undefined ? '' : `/Alt ${textString(alt)}`) +
      (box ? `/A<</O/Layout/Placement/Block/BBox[${box.join(' ')}]>>` : '')
    file.fill(ref, `<</Type/StructElem/S/${tag}/P ${parent}/Pg ${page}${more}/K[${written.join(' ')}]>>`)
    return ref
  }
}
