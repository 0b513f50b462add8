/** Mails, plain text. */
export const mail = {
  'mail.code.subject': '{code} is your code for Navet',
  'mail.code.text': `{code} is your code for Navet.

Write it on the page where you asked for it. Or open the link, on any device, and press Sign in:
{link}

Both sign in {email} and hold until {until, time, clock}.

Did you not ask for it? Then there is nothing to do. Nobody gets in without the code or the link, so give them to no one.
`,
  'mail.address.subject': '{code} shows that the address is yours',
  'mail.address.text': `{code} is the code that shows that {email} is yours.

Somebody signed in to Navet as {account} wants to sign in with this address as well. Is it you? Write the code on the page where you asked for it.

The code holds until {until, time, clock}.

Is it not you? Do nothing and give the code to no one. Then nothing happens.
`,
  'mail.step-up.subject': '{code} is your code for Navet',
  'mail.step-up.text': `{code} is the code to {deed}.

Write it on the page where you asked for it. It holds until {until, time, clock}.

Is it not you who wants this? Give the code to no one, and sign the account out everywhere under My learning: somebody else is signed in to it.
`,
  'mail.step-up.add-address': 'add the address {subject} to your account',
  'mail.step-up.remove-address': 'remove the address {subject} from your account',
  'mail.step-up.erase': 'erase your Navet account for good',
  'mail.step-up.give-ownership': 'hand over your company in Navet',
  'mail.added.subject': 'An address was added to your Navet account',
  'mail.added.text': `{email} now signs in to your Navet account.

It was done with a code to an address that the account already had. Was it not you? Sign in, remove the address under My learning and sign out all other devices there.
`,
  'mail.removed.subject': 'An address was removed from your Navet account',
  'mail.removed.text': `{email} no longer signs in to your Navet account.

Was it not you? Sign in, look through the addresses under My learning and sign out all other devices there.
`,
  'mail.removed-from.subject': 'Your address was removed from a Navet account',
  'mail.removed-from.text': `{email} no longer signs in to the Navet account.

Was it not you? Open the link by {until, date, day} and press Put the address back:
{link}

Was it you? Then there is nothing to do.
`,
  'mail.removed-from.final': `{email} no longer signs in to the Navet account.

It was done with a code to an address that has been the account's for more than {days} days. So it cannot be undone from here. The address can be used for a new account.
`,
  'mail.returned.subject': 'An address is back on your Navet account',
  'mail.returned.text': `{email} signs in to your Navet account again.

Whoever reads the mail of that address undid its removal. The account is signed out everywhere. Sign in and look through the addresses under My learning.
`,
  'mail.erased.subject': 'Your Navet account is erased',
  'mail.erased.text': `Your Navet account is erased, and everything in it is gone.

It was done with a code to one of the account's addresses. It cannot be undone. This is the last mail from Navet to you.
`,
} as const
