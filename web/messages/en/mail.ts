/** Mails, plain text. */
export const mail = {
  'mail.code.subject': 'Your code for Navet',
  'mail.code.text': `{code} is your code for Navet.

Write it on the page where you asked for it. Or open the link and press Sign in:
{link}

The code signs in {email} and holds until {until, time, clock}.

Did you not ask for it? Then there is nothing to do. Nobody gets in without the code, so give it to no one.
`,
  'mail.address.subject': 'Show that the address is yours',
  'mail.address.text': `{code} is the code that shows that {email} is yours.

Somebody signed in to Navet as {account} wants to sign in with this address as well. Is it you? Write the code on the page where you asked for it, or open the link and press Add:
{link}

The code holds until {until, time, clock}.

Is it not you? Do nothing and give the code to no one. Then nothing happens.
`,
} as const
