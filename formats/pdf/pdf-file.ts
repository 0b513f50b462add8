/** How one object of a file names another. */
export type Ref = `${number} 0 R`

/** Four bytes above 127 tell programs that the file is binary. */
const header = Uint8Array.of(...ascii('%PDF-1.7\n%'), 0xe5, 0xe4, 0xf6, 0xc5, 0x0a)

/**
 * The objects of a PDF and how they become a file. Source: ISO 32000-2, 7.5 (file structure).
 * Objects are numbered in the order they are added; one may be reserved first and filled in later.
 */
export class PdfFile {
  readonly #objects: (Uint8Array | undefined)[] = []

  add(body: string): Ref {
    const ref = this.reserve()
    this.fill(ref, body)
    return ref
  }

  reserve(): Ref {
    this.#objects.push(undefined)
    return `${this.#objects.length} 0 R`
  }

  fill(ref: Ref, body: string): void {
    this.#objects[Number.parseInt(ref) - 1] = ascii(body)
  }

  /** A stream of text in ASCII, which is compressed. */
  async stream(text: string, entries = ''): Promise<Ref> {
    const ref = this.reserve()
    this.#place(ref, await deflated(text), entries)
    return ref
  }

  /** A stream of bytes that are compressed already. */
  compressed(bytes: Uint8Array<ArrayBuffer>, entries = ''): Ref {
    const ref = this.reserve()
    this.#place(ref, bytes, entries)
    return ref
  }

  /** The whole file. Throws when an object was reserved and never filled. */
  bytes(catalog: Ref, info: Ref): Uint8Array {
    const parts: Uint8Array[] = [header]
    let length = parts[0]!.length
    const places = this.#objects.map((object, i) => {
      if (!object) throw new Error(`object ${i + 1} of the PDF was never written`)
      const place = length
      for (const part of [ascii(`${i + 1} 0 obj\n`), object, ascii('\nendobj\n')]) {
        parts.push(part)
        length += part.length
      }
      return place
    })
    const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    const count = places.length + 1
    parts.push(
      ascii(
        `xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<</Size ${count}/Root ${catalog}/Info ${info}>>\nstartxref\n${length}\n%%EOF\n`,
      ),
    )
    return joined(parts)
  }

  #place(ref: Ref, bytes: Uint8Array, entries: string): void {
    const head = ascii(`<</Length ${bytes.length}/Filter/FlateDecode${entries}>>\nstream\n`)
    this.#objects[Number.parseInt(ref) - 1] = joined([head, bytes, ascii('\nendstream')])
  }
}

async function deflated(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** What is not ASCII stands in streams and in hexadecimal strings. */
function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
