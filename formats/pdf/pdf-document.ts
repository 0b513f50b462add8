import { PdfFile } from './pdf-file.ts'
import { type PdfFont, textString } from './pdf-font.ts'
import type { TaggedPage } from './tagged-page.ts'

/** A document of one tagged page, with its title and language. */
export async function pdfDocument(
  page: TaggedPage,
  { title, language, fonts }: { title: string; language: string; fonts: PdfFont[] },
): Promise<Uint8Array> {
  const file = new PdfFile()
  const written = []
  for (const font of fonts) written.push({ resource: font.resource, ref: await font.write(file) })
  const { pages, structure } = await page.write(file, written)
  const metadata = file.add(metadataStream(title, language))
  const catalog = file.add(
    `<</Type/Catalog/Pages ${pages}/Lang ${textString(language)}/MarkInfo<</Marked true>>/StructTreeRoot ${structure}` +
      `/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata}>>`,
  )
  const info = file.add(`<</Title ${textString(title)}/Producer(Navet)>>`)
  return file.bytes(catalog, info)
}

/** The same facts once more as XMP, in ASCII, uncompressed as readers expect it. */
function metadataStream(title: string, language: string): string {
  const ascii = title.replaceAll(/[^ -%'-;=?-~]/gu, (char) => `&#${char.codePointAt(0)};`)
  const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${ascii}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
  return `<</Type/Metadata/Subtype/XML/Length ${xmp.length}>>\nstream\n${xmp}\nendstream`
}
