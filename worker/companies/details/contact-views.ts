import type { ContactView } from '../../../web/components/contacts.tsx'
import { reachLink } from './rules.ts'

/** Contacts as their page shows them, with where a press leads. */
export function contactViews(contacts: readonly Omit<ContactView, 'link'>[]): ContactView[] {
  return contacts.map((contact) => ({ ...contact, link: reachLink(contact.reach) }))
}
