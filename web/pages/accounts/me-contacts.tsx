import { Contacts, type ContactView } from '../../components/contacts.tsx'
import type { Frame } from '../../frame.ts'

/** Whom to ask about AI where somebody works. */
export function MeContacts({ frame, contacts }: { frame: Frame; contacts: ContactView[] }) {
  return (
    <div class="wrap section--tight">
      <Contacts frame={frame} contacts={contacts} />
    </div>
  )
}
