export const privacy = {
  'privacy.kept': 'What is kept, and for how long',
  'privacy.goes':
    'If nobody signs in to the account from now on, it is erased on {day}. The time begins anew whenever you are here.',
  'privacy.kept.account': 'Account',
  'privacy.kept.account.text':
    'Your email address, and your name if you write one. Until you erase the account, or {months} months after you were last here. We mail you {first} and {last} days before.',
  'privacy.kept.learning': 'Courses and tests',
  'privacy.kept.learning.text': 'Lessons and courses done, tests and badges. For as long as the account.',
  'privacy.kept.answers': 'Practice answers',
  'privacy.kept.answers.text': '{months} months after you were last here.',
  'privacy.kept.badges': 'Badges with a page of their own',
  'privacy.kept.badges.text':
    'Until you take them back or erase the account. If the account runs out by itself they stay for {years} years, with what the badge says. You get a link to take them back with.',
  'privacy.kept.companies': 'Companies you belong or belonged to',
  'privacy.kept.companies.text':
    'Your name there, when you joined and left, and what you show. For as long as the account.',
  'privacy.kept.events': 'What happens in a company',
  'privacy.kept.events.text':
    'Who joined, left, got a role or changed something, and on which day. Its owners read it for {months} months. If you erase your account your name is no longer there.',
  'privacy.kept.invitations': 'Invitations',
  'privacy.kept.invitations.text': '{days} days, used or not.',
  'privacy.kept.codes': 'Codes',
  'privacy.kept.codes.text':
    'Hold for {minutes, plural, =1 {one minute} other {# minutes}}. That you asked for one is forgotten after a little over an hour.',
  'privacy.kept.removed': 'An address you removed',
  'privacy.kept.removed.text': '{days} days, so that whoever reads its mail can undo it.',
  'privacy.kept.mails': 'Mails to you',
  'privacy.kept.mails.text':
    'The words go when the mail was sent or has expired. That it was sent is kept for {days} days more. That an address does not work is kept for as long as it belongs to an account.',
  'privacy.kept.sessions': 'Being signed in',
  'privacy.kept.sessions.text':
    'Until you sign out, or {idle} days after you were last here. Never more than {days} days. Of your device only its sort is kept, such as Android and Chrome.',
  'privacy.kept.forms': 'What you sent when you had been signed out',
  'privacy.kept.forms.text': 'About an hour, so that you can send it again.',
  'privacy.kept.erased': 'That an account was erased',
  'privacy.kept.erased.text':
    'A random number that does not say whose it was. It is kept without end, so that no backup brings the account back.',
  'privacy.kept.log': 'Security log',
  'privacy.kept.log.text':
    'Sign-ins, wrong codes, and changes of roles and addresses, without your name. Whoever runs Navet is to clear the log after {months} months at the most.',
  'privacy.kept.browser': 'Without an account',
  'privacy.kept.browser.text': 'What you do without signing in is kept in the browser only, until you clear it.',
  'privacy.who': 'Who is responsible',
  'privacy.who.is': '{name} is responsible for the data here (the controller).',
  'privacy.who.unset': 'Whoever runs this installation has not said who is responsible for the data.',
  'privacy.contact': 'Questions about your data? Write to',
  'privacy.contact.unset': 'No contact address is given. Ask whoever gave you the address of this site.',
  'privacy.complain':
    'If you are not satisfied with the answer you may complain to the Swedish Authority for Privacy Protection, imy.se.',
} as const
