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
  'mail.member-left.subject': 'Receipt: you have left {company}',
  'mail.member-left.text': `You left {company} in Navet on {day, date, day}.

The company no longer sees your row, your name in its lists or what you had chosen to show. It still has entries in its audit log, for {months} months, and the invitation you came by until that expires.

You keep all that is yours: answers, finished courses and badges.

Your receipt, to save or print:
{link}
`,
  'mail.member-removed.subject': 'You are no longer a member of {company}',
  'mail.member-removed.text': `{name} has removed you from {company} in Navet.

From now on the company sees none of your courses or badges. You keep everything that is yours: answers, progress and badges.

It can be undone up to {until, date, day} at {until, time, clock}. If that happens you get another mail.

Was it a mistake? Talk to {name}.
`,
  'mail.restored.subject': 'You are a member of {company} again',
  'mail.restored.text': `Your removal from {company} in Navet was undone, so you are a member again. What you have done since then is seen by owners and managers only if you choose to show it.

What they see, and how to leave, is under The team when you are signed in.
`,
  'mail.owner.subject': 'You are an owner of {company}',
  'mail.owner.text': `You are an owner of {company} in Navet from now on.

A company always has an owner. Whoever it was is gone, or the company has asked us who run Navet to give you the role.

As an owner you decide on roles and invite people. Would you rather not? Make somebody else an owner under The team.
`,
  'mail.name-corrected.subject': 'Your name in {company} has been corrected',
  'mail.name-corrected.text': `{by} has corrected your name in {company} in Navet. It now says {name}.

Is that wrong? Open Navet, go to Team and change it back.
`,
  'mail.terms.subject': '{company} would like to see more courses',
  'mail.terms.text': `An owner of {company} has made version {version} of the terms in Navet. It shows more courses to owners and managers.

Nothing new is shown until you have read it and said yes. If you say no, what applies now goes on.

Open Navet, go to Team and read what would be shown.
`,
  'mail.made-owner.subject': 'You are an owner of {company}',
  'mail.made-owner.text': `{name} has made you an owner of {company} in Navet.

As an owner you decide on roles and invite people. Would you rather not? Change your role under The team.
`,
  'mail.unmade-owner.subject': 'You are no longer an owner of {company}',
  'mail.unmade-owner.text': `{name} has given you another role in {company} in Navet.

You still belong to the company and keep everything that is yours. Is that wrong? Talk to {name}.
`,
  'mail.closing.subject': '{company} closes on {day, date, day}',
  'mail.closing.text': `The owner of {company} is no longer in Navet, and no manager can take over. That is why the company closes on {day, date, day}.

You keep everything that is yours: answers, progress and badges. Nobody sees your row in the meantime.

Do you want to keep the company? Tell those who run Navet before then, and one of you can become its owner.
`,
  'mail.staying.subject': '{company} is not closing',
  'mail.staying.text': `{company} has an owner in Navet again. So it is not closing, and everything is as it was.

There is nothing you need to do.
`,
  'mail.company-closed.subject': '{company} is closed',
  'mail.company-closed.text': `Its owner has closed {company} in Navet.

From now on the company sees nothing about you. You keep everything that is yours: courses, answers and badges.

Up to {until, date, day} those who owned the company can open it again. If that happens you will be told.
`,
  'mail.company-reopened.subject': '{company} is open again',
  'mail.company-reopened.text': `{company} is open again in Navet, and you belong to it as before. What you did while it was closed is seen by owners and managers only if you choose to show it.

What they see, and how to leave, is under The team when you are signed in.
`,
  'mail.merger-offer.subject': 'Do you want to come along to {other}?',
  'mail.merger-offer.text': `{company} is to become part of {other} in Navet. You decide yourself whether to come along.

Sign in, and the question is at the top of My learning. There you first read what {other} would see about you.

Without your yes nothing is moved. You can say no, and you keep everything that is yours either way.
`,
  'mail.step-up.subject': '{code} is your code for Navet',
  'mail.step-up.text': `{code} is the code to {deed}.

Write it on the page where you asked for it. It holds until {until, time, clock}.

Is it not you who wants this? Give the code to no one, and sign the account out everywhere under My learning: somebody else is signed in to it.
`,
  'mail.step-up.add-address': 'add the address {subject} to your account',
  'mail.step-up.remove-address': 'remove the address {subject} from your account',
  'mail.step-up.erase': 'erase your Navet account for good',
  'mail.step-up.give-ownership': 'change who owns your company in Navet',
  'mail.step-up.close-company': 'close your company in Navet',
  'mail.ownership.subject': 'The owners of {company} have changed',
  'mail.ownership.made': `{name} is now an owner of {company} in Navet.

It was done from your account, with a code to one of your addresses. Was it not you? Sign in, change it back under The team and sign out all other devices under My learning.
`,
  'mail.ownership.unmade': `{name} is no longer an owner of {company} in Navet.

It was done from your account, with a code to one of your addresses. Was it not you? Sign in, change it back under The team and sign out all other devices under My learning.
`,
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
  'mail.erased.letter': `Your Navet account is erased, and everything in it is gone.

Whoever runs Navet did it, because you asked. It cannot be undone. This is the last mail from Navet to you.
`,
  'mail.erased.absent': `Your Navet account is erased, and answers, results and names are gone.

Nobody had signed in to it for three years, and we wrote to you before. It cannot be undone. This is the last mail from Navet to you.
`,
  'mail.absence.subject': 'Your Navet account will be erased on {day}',
  'mail.absence.text': `Nobody has signed in to your Navet account for almost three years. If nobody does, it will be erased on {day}, with its answers, results and names.

Do you want to keep it? Sign in before then. That is all it takes:
{link}

If you do not want to keep it, there is nothing to do.
`,
  'mail.absence.badges': `Badges that others can see stay for ten years, with what stands in them. Once the account is gone, each is taken back with its link. Keep this mail if you may need it, and show the links to nobody:`,
  'mail.absence.kept': `Your badges stay for ten years, with what stands in them. Whoever has a badge's link can take it back. Keep this mail:`,
  'mail.trial.subject': 'Test mail: the address works',
  'mail.trial.text': `This mail reached {email}. The address works again, and letters from Navet come here as before.

You asked for the test under My learning. There is nothing more to do.
`,
  'mail.weekly.name': 'the weekly letter',
  'mail.open': 'Open the link',
  'mail.off': 'Get no more of these letters',
  'mail.why.codes': 'You get this mail because somebody asked for a code to your address.',
  'mail.invitation.subject': '{name} invites you to Navet',
  'mail.invitation.text': `{name} invites you to {company} in Navet: short courses about AI at work, five minutes at a time.

First read what the company gets to see about you, and what nobody does. Then you say yes or no. If you say no, nobody is told, and you can still take every course.
{link}

The link works until {until, date, day} inclusive, and only for whoever reads mail to this address.

Do you not know {name} or {company}? Then throw the mail away. Nobody sees whether you have opened it.
`,
  'mail.why.invitation':
    'You get this mail because somebody invited your address. If you say no, no more come from that company about this invitation.',
  'mail.why.notices':
    'You get this mail because it is about your account or your company in Navet. Mails like this cannot be turned off.',
  'mail.why.letters': 'You get this letter because you said yes to {letter}.',
  'mail.off.title': 'Get {letter} no more?',
  'mail.off.lead': 'Codes and what is about your account still come.',
  'mail.off.do': 'Stop sending {letter}',
  'mail.off.done.title': 'You do not get {letter}',
  'mail.off.done.lead':
    'Codes and what is about your account still come. If you change your mind, one press is enough.',
  'mail.off.undo': 'Send {letter} again',
} as const
