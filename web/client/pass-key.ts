/**
 * Asks the device for a passkey when its button is pressed, and sends what it says with the form around it. The page has
 * its options as the server wrote them; without passkeys in the browser it stays as it is, with the other ways in.
 */
class PassKey extends HTMLElement {
  connectedCallback(): void {
    if (!('PublicKeyCredential' in window)) return
    this.querySelector<HTMLElement>('[data-without]')!.hidden = true
    this.querySelector('button')!.hidden = false
    this.closest('form')!.addEventListener('submit', this.#ask)
  }

  #ask = (event: SubmitEvent): void => {
    const field = this.querySelector<HTMLInputElement>('input[name="credential"]')!
    if (field.value) return
    event.preventDefault()
    event.stopPropagation()
    const status = this.querySelector('[role="status"]')!
    status.textContent = ''
    ask(this.dataset.do, JSON.parse(this.dataset.options!) as OptionsJson)
      .then((credential) => {
        field.value = JSON.stringify(credential)
        this.closest('form')!.requestSubmit()
      })
      .catch(() => {
        status.textContent = this.dataset.stopped!
      })
  }
}

interface OptionsJson {
  challenge: string
  user?: { id: string; name: string; displayName: string }
  allowCredentials?: Descriptor[]
  excludeCredentials?: Descriptor[]
}

interface Descriptor {
  id: string
  type: 'public-key'
}

/** The standard's own JSON (parseCreationOptionsFromJSON, toJSON) is missing in browsers that have passkeys. */
async function ask(what: string | undefined, json: OptionsJson): Promise<object> {
  const publicKey = {
    ...json,
    challenge: bytesOf(json.challenge),
    user: json.user && { ...json.user, id: bytesOf(json.user.id) },
    allowCredentials: json.allowCredentials?.map(withBytes),
    excludeCredentials: json.excludeCredentials?.map(withBytes),
  } as unknown as PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions
  const made = await (what === 'create'
    ? navigator.credentials.create({ publicKey })
    : navigator.credentials.get({ publicKey }))
  const { id, rawId, type, response } = made as PublicKeyCredential
  const { clientDataJSON, attestationObject, authenticatorData, signature } =
    response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  const transports = 'getTransports' in response ? (response as AuthenticatorAttestationResponse).getTransports() : []
  return {
    id,
    rawId: textOf(rawId),
    type,
    response:
      what === 'create'
        ? { clientDataJSON: textOf(clientDataJSON), attestationObject: textOf(attestationObject), transports }
        : {
            clientDataJSON: textOf(clientDataJSON),
            authenticatorData: textOf(authenticatorData),
            signature: textOf(signature),
          },
  }
}

function withBytes<Each extends Descriptor>(each: Each) {
  return { ...each, id: bytesOf(each.id) }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

customElements.define('pass-key', PassKey)
