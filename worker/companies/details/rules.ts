import { hasUnseen, readAddress, readName } from '../../accounts/rules.ts'

const reachLength = 100

export interface Contact {
  name: string
  /** A telephone number, an address, a place: as it was written. */
  reach: string
}

export type ContactFault = 'required' | 'too-long' | 'odd-characters' | 'no-letter' | 'reach-too-long'

/** Whom a company's people ask about AI: both fields, or neither of them for nobody. */
export function readContact(
  typed: Contact,
): { contact: Contact | undefined } | { faults: Partial<Record<keyof Contact, ContactFault>> } {
  const reach = readReach(typed.reach)
  const name = readName(typed.name)
  const isEmpty = 'fault' in name && name.fault === 'required' && 'fault' in reach && reach.fault === 'required'
  if (isEmpty) return { contact: undefined }
  if ('name' in name && 'reach' in reach) return { contact: { name: name.name, reach: reach.reach } }
  return {
    faults: {
      ...('fault' in name ? { name: name.fault } : {}),
      ...('fault' in reach ? { reach: reach.fault } : {}),
    },
  }
}

/** One line of at most 100 characters in which everything is seen. */
function readReach(text: string): { reach: string } | { fault: ContactFault } {
  const reach = text
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/^ | $/g, '')
    .normalize('NFC')
  if (reach === '') return { fault: 'required' }
  if (hasUnseen(reach)) return { fault: 'odd-characters' }
  return [...reach].length > reachLength ? { fault: 'reach-too-long' } : { reach }
}

/** Where a press leads to: a call to what is a telephone number, a mail to what is an address; nowhere else. */
export function reachLink(reach: string): string | undefined {
  const address = readAddress(reach)
  if (/^[\w.+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address)) return `mailto:${address}`
  if (!/^[+(]?\d[\d\s()/–-]*$/.test(reach)) return undefined
  // The zero in brackets of +46 (0)243 is said to those who call from within the country alone.
  const number = reach.replace(/^(\+\d[\d\s]*)\(0\)/, '$1').replace(/[^\d+]/g, '')
  return /^\+?\d{3,15}$/.test(number) ? `tel:${number}` : undefined
}
