export const privacy = {
  'privacy.kept': 'What is kept, and for how long',
  'privacy.kept.account': 'Account',
  'privacy.kept.account.text':
    'Your email address, and your name if you write one. Until you erase the account, or 36 months after you last signed in. We write to you first.',
  'privacy.kept.learning': 'Courses and tests',
  'privacy.kept.learning.text': 'Lessons and courses done, tests and badges. As long as the account.',
  'privacy.kept.answers': 'Practice answers',
  'privacy.kept.answers.text': '24 months after you last signed in.',
  'privacy.kept.badges': 'Badges with a page of their own',
  'privacy.kept.badges.text':
    'Until you take them back or erase the account. If the account lapses by itself they stay for ten years, with what the badge says.',
  'privacy.kept.codes': 'Codes',
  'privacy.kept.codes.text':
    'Hold for 15 minutes. That you asked for one is forgotten after a little more than an hour. The text of the mail is blanked when it was sent or has expired.',
  'privacy.kept.sessions': 'Being signed in',
  'privacy.kept.sessions.text':
    'Until you sign out, or 30 days after you were last here. Never more than 90 days. Of your device only the kind is kept, like Android and Chrome.',
  'privacy.kept.invitations': 'Invitations nobody used',
  'privacy.kept.invitations.text': '30 days.',
  'privacy.kept.log': 'Security log',
  'privacy.kept.log.text': 'Sign-ins, wrong codes and changes of roles and addresses, without your name. 24 months.',
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
