/** Ways in besides the mailed code: the recovery card and passkeys, and what it is to have no address. */
export const ways = {
  'account.no-address': 'no address',
  'account.no-address.text':
    'The account has no address, and needs none. If you add one, it signs you in as well, with a code by mail.',
  'account.address.code.lead.first':
    'Now a code was sent to {email}. Write it here, and the address is added to your account.',
  'account.erase.lead.no-address': 'An erased account cannot be brought back. This goes:',
  'account.erase.code.no-address': 'Nothing is erased until you have shown that it is you.',
  'account.erase.go.no-address': 'Go on',
  'account.other.nobody': 'Somebody else is signed in here.',
  'account.already.nobody': 'You are signed in already.',

  'ways.title': 'Recovery card and passkeys',
  'ways.text': 'Other ways to sign in, for when you cannot get at your mail.',
  'ways.card': 'Your recovery card',
  'ways.passkeys': 'Your passkeys',
  'ways.offer.title': 'There is only one way in to your account.',
  'ways.offer.text':
    'If you lose it, what you have done is hard to reach. Set up a second: a card on paper, the lock of your phone, or one more address.',
  'ways.offer.card': 'Print a recovery card',
  'ways.offer.passkey': 'Use the lock of your phone or computer',
  'ways.offer.address': 'Add an address',
  'ways.offer.no': 'Not now',

  'recovery.title': 'Recovery card',
  'recovery.lead':
    'A piece of paper with a code that signs you in when nothing else does. Keep it with your other important papers.',
  'recovery.none': 'You have no recovery card.',
  'recovery.kept': 'Your card was made on {day, date, day}. Its code is not shown again.',
  'recovery.unkept':
    'Your card was made on {day, date, day}, but you have not said that you saved it. If you do not have the paper, make a new one.',
  'recovery.show': 'Show the card',
  'recovery.make': 'Make a recovery card',
  'recovery.replace': 'Make a new card',
  'recovery.replace.text': 'The old one then stops working.',
  'recovery.once': 'The code works once. When you have used it you get a new card at once.',
  'recovery.number': 'The number of your account',
  'recovery.number.text': 'Needed only if you ask whoever runs Navet for help. It lets nobody in.',
  'recovery.back': 'Back to My learning',
  'recovery.card.title': 'Your recovery card',
  'recovery.card.lead':
    'Print it, take a picture of it or copy the code. It is shown only now, and whoever has it can get in to your account.',
  'recovery.card.first':
    'Your account has no address. Without the card you cannot get in again once you are signed out.',
  'recovery.card.heading': 'Recovery card for Navet',
  'recovery.card.code': 'Code',
  'recovery.card.how': 'To sign in, open {address} and write the code.',
  'recovery.card.once': 'The code works once. Then you get a new card.',
  'recovery.card.made': 'Made on {day, date, day}. A new card ends this one.',
  'recovery.card.lost': 'Lost it? Sign in another way and make a new one.',
  'recovery.card.print': 'Print the page as your browser prints.',
  'recovery.card.done': 'I have saved it',
  'recovery.card.more': 'You may as well set up one more way in now, while you are here:',
  'recovery.sign-in.title': 'Sign in with your recovery card',
  'recovery.sign-in.lead': 'Write the code on the card. It works once, and you get a new card at once.',
  'recovery.code': 'The code on your recovery card',
  'recovery.code.hint': 'Sixteen characters. Hyphens and capitals do not matter.',
  'recovery.sign-in.go': 'Sign in',
  'recovery.sign-in.other': 'Sign in by mail instead',
  'recovery.sign-in.link': 'Sign in with your recovery card',

  'passkey.title': 'Your passkeys',
  'passkey.lead':
    'Sign in with the lock of your device: fingerprint, face or code. None of it leaves the device, and Navet never learns which you use.',
  'passkey.none': 'You have no passkey.',
  'passkey.made': 'Added on {day, date, day}',
  'passkey.add': 'Add a passkey',
  'passkey.remove': 'Remove',
  'passkey.remove.one': 'Remove the passkey of {device}, added on {day, date, day}',
  'passkey.off': 'Passkeys do not work at this address. They need https and a name, not figures.',
  'passkey.last.title': 'That passkey cannot be removed.',
  'passkey.last.text': 'It is your only way in. Make a recovery card or add an address first.',
  'passkey.new.title': 'Add a passkey',
  'passkey.new.lead': 'Press the button. Your device then asks for your fingerprint, your face or your code.',
  'passkey.new.go': 'Add this device',
  'passkey.new.shared': 'Only do this on a device that is yours. On a shared computer others may know the lock.',
  'passkey.sign-in.title': 'Sign in with a passkey',
  'passkey.sign-in.lead': 'Your device asks for your fingerprint, your face or your code.',
  'passkey.sign-in.go': 'Sign in with a passkey',
  'passkey.sign-in.link': 'Sign in with a passkey',
  'passkey.script':
    'Passkeys need JavaScript, which is off here. Sign in with a code by mail or with your recovery card.',
  'passkey.stopped': 'Nothing came of it. Try again, or choose another way.',

  'account.step-up.add-passkey': 'You are adding a passkey.',
  'account.step-up.add-passkey.do': 'Go on',
  'account.step-up.remove-passkey': 'You are removing the passkey of {subject}.',
  'account.step-up.remove-passkey.do': 'Remove the passkey',
  'account.step-up.replace-card': 'You are making a new recovery card. A card that you have stops working.',
  'account.step-up.replace-card.do': 'Make a new card',
  'account.step-up.lead.no-address': 'Somebody else may be sitting at your computer. So show that it is you.',
  'account.step-up.passkey': 'With a passkey',
  'account.step-up.card': 'With the recovery card',
  'account.step-up.card.text': 'The code is used up then. You get a new card at once.',
  'account.step-up.card.gone': 'The code is used up then.',
  'account.step-up.nothing': 'The account has nothing to show it with yet.',
  'account.step-up.nothing.go': 'Make a recovery card first',

  'account.fault.wrong-card.title': 'The code was not right.',
  'account.fault.wrong-card.text':
    'Check the characters on the card. One that was used or replaced works no longer. Nothing you have done is lost.',
  'account.fault.wrong-card': 'Write all sixteen characters as they stand on your newest card.',
  'account.fault.many-cards.title': 'Too many codes from here were wrong.',
  'account.fault.many-cards.text': 'Wait an hour and try again. The card still works.',
  'account.fault.passkey.title': 'That passkey did not fit.',
  'account.fault.passkey.text':
    'It may have been removed from the account, or belong to another. Choose another way. Nothing you have done is lost.',
  'account.fault.passkey-late.title': 'The page had been open for too long.',
  'account.fault.passkey-late.text': 'Press the button again and it will work.',

  'mail.step-up.add-passkey': 'add a passkey to your account',
  'mail.step-up.remove-passkey': 'remove a passkey from your account',
  'mail.step-up.replace-card': 'make a new recovery card for your account',
  'mail.passkey-added.subject': 'A passkey was added to your Navet account',
  'mail.passkey-added.text': `A device now signs in to your Navet account with its own lock, a passkey.

Was it not you? Sign in, remove it under My learning and sign out all other devices there.
`,
  'mail.passkey-removed.subject': 'A passkey was removed from your Navet account',
  'mail.passkey-removed.text': `A device no longer signs in to your Navet account with its passkey.

Was it not you? Sign in, look through the passkeys under My learning and sign out all other devices there.
`,
  'mail.card-made.subject': 'Your Navet account has a new recovery card',
  'mail.card-made.text': `A new recovery card was made for your Navet account. If you had one before, it works no longer.

Was it not you? Sign in, make a new card under My learning and sign out all other devices there.
`,
  'mail.card-used.subject': 'Your recovery card for Navet was used',
  'mail.card-used.text': `The code on your recovery card for Navet was used, and a new card was made in its place.

Was it not you? Sign in, make a new card under My learning and sign out all other devices there.
`,
}
