/** A company is closed, and opened again. */
export const closing = {
  'closing.title': 'Close {company}?',
  'closing.lead':
    '{count, plural, one {You are the only one in the company.} other {# people leave at once. Each of them is told by mail.}}',
  'closing.ends': 'The team page, links and invitations stop working today.',
  'closing.deleted': 'On {until, date, day} what belongs to the company is deleted. Until then you can open it again.',
  'closing.keep': 'Everybody keeps their own courses, answers and badges.',
  'closing.log': 'The log stays for 24 months, for those of you who are owners now.',
  'closing.name': 'Write the company’s name',
  'closing.name.wrong': 'That is not the company’s name. Write it as it stands above the field.',
  'closing.code': 'Then we mail you a code, so that nobody else closes the company in your place.',
  'closing.go': 'Go on',
  'reopening.title': '{company} is closed.',
  'reopening.lead': 'You can open it again up to {until, date, day}.',
  'reopening.late':
    'It was closed on {closedAt, date, day} and cannot be opened again. What belonged to the company is deleted.',
  'reopening.late.notice': 'It is too late to open the company again.',
  'reopening.links':
    'Links, codes and invitations from before do not start working again. You choose anew who runs which team.',
  'reopening.back':
    'Everybody who belonged to it when it closed does again, on the terms they had. Whoever had left earlier does not.',
  'reopening.told': 'Each of them is told by mail.',
  'reopening.do': 'Open the company again',
  'reopening.log': 'Read the log',
  'reopening.companies': 'To your companies',
  'company.closed': 'Closed companies',
  'company.closed.may': 'Closed. Can be opened again up to {until, date, day}.',
  'company.closed.log': 'Closed on {closedAt, date, day}. The log is still there.',
  'me.closed': '{company} is closed.',
  'me.closed.text':
    'Its owner closed it on {day, date, day}. It has seen nothing about you since. All that is yours is still here.',
  'company.too-many': 'You already own as many companies as one account can.',
  'company.too-many.text':
    'The limit is ten, and ten new ones a day. Close one that you do not need, or get in touch with those who run Navet. What you wrote is still here.',
} as const
