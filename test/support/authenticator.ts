/** A device with a lock, as the browser and the standard (WebAuthn Level 3) see it: makes passkeys and signs with them. */
export class Authenticator {
  readonly origin: string
  readonly party: string
  /** Whether it has recognised its owner, by finger, face or code. */
  recognises = true
  counter = 0
  id = ''
  private key: CryptoKeyPair | undefined

  constructor(origin: string) {
    this.origin = origin
    this.party = new URL(origin).hostname
  }

  /** Answers the options of a page that wants a passkey made. */
  async create({ challenge }: { challenge: string }): Promise<string> {
    this.key = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ])) as CryptoKeyPair
    const id = crypto.getRandomValues(new Uint8Array(16))
    this.id = text(id)
    const { x, y } = (await crypto.subtle.exportKey('jwk', this.key.publicKey)) as JsonWebKey
    const cose = joined([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], bytes(x!), [0x22, 0x58, 32], bytes(y!))
    const known = joined(new Uint8Array(16), [0, id.length], id, cose)
    const data = joined(await this.authenticatorData(0x40), known)
    const attestation = joined(
      [0xa3],
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      [0xa0],
      cborText('authData'),
      [0x58, data.length],
      data,
    )
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        clientDataJSON: text(this.clientData('webauthn.create', challenge)),
        attestationObject: text(attestation),
        transports: ['internal'],
      },
    })
  }

  /** Answers the options of a page that wants one shown. */
  async get({ challenge }: { challenge: string }): Promise<string> {
    this.counter += 1
    const data = await this.authenticatorData(0)
    const client = this.clientData('webauthn.get', challenge)
    const signed = joined(data, new Uint8Array(await crypto.subtle.digest('SHA-256', client)))
    const raw = new Uint8Array(
      await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, this.key!.privateKey, signed),
    )
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: { clientDataJSON: text(client), authenticatorData: text(data), signature: text(inDer(raw)) },
    })
  }

  private clientData(type: string, challenge: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(
      new TextEncoder().encode(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false })),
    )
  }

  private async authenticatorData(more: number) {
    const party = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(this.party)))
    const count = new Uint8Array(4)
    new DataView(count.buffer).setUint32(0, this.counter)
    return joined(party, [0x01 | (this.recognises ? 0x04 : 0) | more], count)
  }
}

/** The options that a page hands to its script. */
export function optionsOn(page: { text: string }): { challenge: string } {
  const [, json] = /data-options="([^"]*)"/.exec(page.text) ?? []
  if (!json) throw new Error('the page asks for no passkey')
  return JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&#34;', '"')) as { challenge: string }
}

function cborText(word: string): Uint8Array {
  return joined([0x60 + word.length], new TextEncoder().encode(word))
}

function joined(...parts: (number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

function text(of: Uint8Array): string {
  return btoa(String.fromCharCode(...of))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function bytes(of: string): Uint8Array {
  return Uint8Array.from(atob(of.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
}

/** WebCrypto gives r and s side by side; authenticators write them as DER. */
function inDer(raw: Uint8Array): Uint8Array {
  const numbers = [raw.subarray(0, 32), raw.subarray(32)].map((number) => {
    let from = 0
    while (from < number.length - 1 && number[from] === 0) from += 1
    const short = [...number.subarray(from)]
    const whole = short[0]! >= 0x80 ? [0, ...short] : short
    return [0x02, whole.length, ...whole]
  })
  const body = numbers.flat()
  return Uint8Array.from([0x30, body.length, ...body])
}
