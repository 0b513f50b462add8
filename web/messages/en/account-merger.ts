import type { accountMerger as sv } from '../sv/account-merger.ts'

export const accountMerger: Record<keyof typeof sv, string> = {
  'account.merger.title': 'Make two accounts one',
  'account.merger.lead':
    'Have you been learning in two accounts? Make them one. All you have done in both comes along.',
  'account.merger.label': 'The address of your other account',
  'account.merger.hint': 'One that you sign in with there. We mail a code to it.',
  'account.merger.go': 'Send the code',
  'account.merger.first': 'Nothing happens yet. You see exactly how it will be before you decide.',
  'account.merger.back': 'To My learning',
  'account.merger.yours': 'That address belongs to the account you are signed in to.',
  'account.merger.gone.title': 'The accounts are still two.',
  'account.merger.gone.text':
    'The other account is no longer there, or no longer has that address. Nothing has changed here. You can start again.',
  'account.merger.late.title': 'Show once more that the other account is yours.',
  'account.merger.late.text': 'More than half an hour has passed, or this is another browser. Nothing has changed.',
  'account.merger.me': 'Two accounts?',
  'account.merger.me.text': 'Make them one. Answers, courses and badges come along.',
  'account.merger.me.go': 'Make two accounts one',

  'account.merger.code.title': 'The code to your other account',
  'account.merger.code.submit': 'See how it will be',
  'account.merger.code.back': 'Choose another address',
  'account.merger.nobody.title': 'No account has that address.',
  'account.merger.nobody.text': 'Nothing has changed. The address is yours, so you can add it to this account instead.',
  'account.merger.nobody.go': 'Add an address',

  'account.merger.preview.title': 'This is how it will be',
  'account.merger.preview.lead': 'One account with everything from both. Nothing has changed yet.',
  'account.merger.preview.stays': 'This account stays',
  'account.merger.preview.ends': 'This account becomes part of it',
  'account.merger.preview.no-address': 'The account has no address.',
  'account.merger.preview.since': 'Since {day}. It is the older of the two.',
  'account.merger.preview.from': 'Since {day}.',
  'account.merger.preview.here': 'You are signed in to it here.',
  'account.merger.preview.moves': 'You are signed in to it here. Afterwards you are signed in to the one that stays.',
  'account.merger.preview.addresses': 'Afterwards every address signs in to the account that stays.',
  'account.merger.preview.have': 'What is in them',
  'account.merger.preview.kind': 'What',
  'account.merger.preview.in-stays': 'Stays',
  'account.merger.preview.in-ends': 'Joins it',
  'account.merger.preview.lessons': 'Lessons done',
  'account.merger.preview.courses': 'Courses done',
  'account.merger.preview.badges': 'Badges',
  'account.merger.preview.tests': 'Tests handed in',
  'account.merger.preview.answers': 'Practice answers',
  'account.merger.preview.all': 'None of it is lost.',
  'account.merger.preview.twice': 'What is in both',
  'account.merger.preview.twice.courses':
    '{count, plural, one {One course is done in both: the earlier day stands.} other {# courses are done in both: the earlier day stands.}}',
  'account.merger.preview.twice.badges':
    '{count, plural, one {One badge is in both. It counts once, and each of the two keeps its own page and file.} other {# badges are in both. They count once, and each keeps its own page and file.}}',
  'account.merger.preview.twice.openTests':
    '{count, plural, one {One test is open in both. The one you opened last is closed, and does not count as a try.} other {# tests are open in both. The ones you opened last are closed, and do not count as tries.}}',
  'account.merger.preview.companies': 'Your companies',
  'account.merger.preview.company': '{name}: {role, select, owner {owner} manager {manager} other {member}}.',
  'account.merger.preview.company.both':
    '{name}: you are in it twice. It becomes one place, as {role, select, owner {owner} manager {manager} other {member}}, and the company sees the courses of the narrower terms.',
  'account.merger.preview.seen':
    'Your companies see what they see already, and nothing more. What comes from the other account counts as earlier: it is shown only if you tick it yourself.',
  'account.merger.preview.ticks':
    'Do you show an earlier course now that you have begun in both accounts? It is no longer shown until you tick it again.',
  'account.merger.preview.none': 'Neither account is in a company.',
  'account.merger.preview.do': 'This cannot be undone',
  'account.merger.preview.do.text':
    'Two accounts that have become one cannot be parted again. The other account is signed out everywhere, and every address gets a mail.',
  'account.merger.preview.sure': 'Yes, both accounts are mine. Make them one for good.',
  'account.merger.preview.problem': 'The accounts are still two.',
  'account.merger.preview.unsure': 'Tick the box first.',
  'account.merger.preview.code':
    'We mail a code to the account you are signed in to. Nothing happens until you have written it.',
  'account.merger.preview.go': 'Go on',
  'account.merger.preview.not': 'Stop, change nothing',

  'account.merger.done.title': 'Now it is one account',
  'account.merger.done.text': 'All you have done is in one place. You can sign in with any of your addresses.',
  'account.merger.done.go': 'To My learning',
  'account.merger.done.privacy': 'See what your companies see',

  'account.step-up.merge': 'You are making two accounts one.',
  'account.step-up.merge.do': 'Make them one for good',
  'mail.step-up.merge': 'make your Navet account one with another of yours',
  'mail.merge-with.subject': '{code} shows that the account is yours',
  'mail.merge-with.text': `{code} is the code that shows that {email} is yours.

Whoever is signed in to Navet as {account} wants to make that account one with yours. Is it you? Write the code on the page where you asked for it.

The code holds until {until, time, clock}.

Is it not you? Do nothing, and give the code to no one. Then nothing happens.
`,
  'mail.merged.subject': 'Your two Navet accounts are one',
  'mail.merged.text': `You have made two Navet accounts one. Everything in them is still there, in one account, and this is one of the addresses that sign in to it.

Your companies see what they saw before, and nothing more. To show more, tick it under What others see.

Was it not you? Sign in, sign out all other devices under My learning, and write to those who run Navet.
`,
}
