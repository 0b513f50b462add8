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
  'mail.removed.subject': 'You are no longer a member of {company}',
  'mail.removed.text': `{name} has removed you from {company} in Navet.

From now on the company sees nothing about you. You keep everything that is yours: answers, progress and badges.

It can be undone up to {until, date, day} at {until, time, clock}. If that happens you get another mail.

Was it a mistake? Talk to {name}.
`,
  'mail.restored.subject': 'You are a member of {company} again',
  'mail.restored.text': `Your removal from {company} in Navet was undone, so you are a member again. Owners and managers see the same about you as before.

What they see, and how to leave, is under The team when you are signed in.
`,
  'mail.owner.subject': 'You are an owner of {company}',
  'mail.owner.text': `You are an owner of {company} in Navet from now on.

A company always has an owner. Whoever it was is gone, or the company has asked us who run Navet to give you the role.

As an owner you decide on roles and invite people. Would you rather not? Make somebody else an owner under The team.
`,
  'mail.closing.subject': '{company} closes on {day, date, day}',
  'mail.closing.text': `The owner of {company} is no longer in Navet, and no manager can take over. That is why the company closes on {day, date, day}.

You keep everything that is yours: answers, progress and badges. Nobody sees your row in the meantime.

Do you want to keep the company? Tell those who run Navet before then, and one of you can become its owner.
`,
} as const
