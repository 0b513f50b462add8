import type { Context } from 'hono'

import { SettingsPage } from '../../../web/pages/companies/settings/settings-page.tsx'
import type { CompanyFault } from '../../../web/pages/companies/company-fault.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { urls } from '../../../web/urls.ts'
import { signedIn } from '../../visit.ts'
import { ContactForm, DetailsForm, faultsOf, typedIn } from '../forms.ts'
import { changeContact } from './change-contact.ts'
import { changeDetails } from './change-details.ts'
import { findDetails, findDetailsAsOwner } from './find-details.ts'
import { readContact } from './rules.ts'

export async function receiveSettings(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const fields = await readForm(c)
  const form = DetailsForm.safeParse(fields)
  if (!form.success) {
    await findDetailsAsOwner(visit, id)
    return showSettings(c, { typed: typedIn(fields), faults: faultsOf(form.error) })
  }
  await changeDetails(visit, id, form.data)
  return c.redirect(`${urls.companySettings(visit.locale, id)}?saved=details`, 303)
}

export async function receiveContact(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const form = ContactForm.parse(await readForm(c))
  const read = readContact({ name: form.contactName, reach: form.contactReach })
  if ('faults' in read) {
    const { name, reach } = read.faults
    const faults = { ...(name && { contactName: name }), ...(reach && { contactReach: reach }) }
    return showSettings(c, { typed: form, faults })
  }
  await changeContact(visit, id, read.contact)
  return c.redirect(`${urls.companySettings(visit.locale, id)}?saved=contact#contact`, 303)
}

/** As it is, or as it was typed, with what is wrong with it. */
export async function showSettings(
  c: Context<App>,
  again?: { typed: Record<string, string>; faults: Record<string, CompanyFault> },
): Promise<Response> {
  const stored = await findDetails(signedIn(c.var.visit), c.req.param('company')!)
  const { contactName, contactReach, ...details } = stored
  const saved = c.req.query('saved')
  return showPage(
    c,
    <SettingsPage
      frame={lateFrameOf(c, 'team')}
      company={details}
      values={{ ...details, contactName: contactName ?? '', contactReach: contactReach ?? '', ...again?.typed }}
      faults={again?.faults ?? {}}
      saved={saved === 'details' || saved === 'contact' ? saved : undefined}
    />,
    again ? 422 : 200,
  )
}
