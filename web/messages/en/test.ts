export const test = {
  'test.title': 'The test for {badge}',
  'test.lead':
    '{questions, plural, one {# question} other {# questions}}, {pass} right is enough. You can read why once you have handed in.',
  'test.rule':
    'The questions are drawn from a larger pool. Leave when you like: the test stays open for 24 hours. After a try you can get new questions in ten minutes, as many times as you like.',
  'test.start': 'Begin the test',
  'test.resume': 'Go on with the test',
  'test.open': 'You have a test waiting. It stays open until {at, date, day} at {at, time, clock}.',
  'test.is-open': 'A test is open until {at, date, day} at {at, time, clock}.',
  'test.wait': 'You can get new questions at {at, time, clock}. Do read the review meanwhile.',
  'test.passed-before':
    'You already have the badge. You may take the test again if you like; the badge is not affected.',
  'test.last': 'Latest try: {score} right out of {total}.',
  'test.review': 'Read the review',
  'test.see-badge': 'See your badge',
  'test.questions': '{count, plural, one {# question} other {# questions}}',
  'test.left': 'Questions without an answer count as wrong.',
  'test.mend': 'Some answers need another look before you hand in. Nothing is handed in yet.',
  'test.submit': 'Hand in',
  'test.save': 'Save and go on later',
  'test.saved': 'Saved. The test stays open until {at, date, day} at {at, time, clock}.',
  'test.passed.title': 'You passed.',
  'test.passed.lead': '{score} right out of {total}. The badge {badge} is yours.',
  'test.failed.title': 'Not this time.',
  'test.failed.lead':
    '{score} right out of {total}, and it takes {pass}. Read why below. Next time you get other questions.',
  'test.review.title': 'Review',
  'test.voided':
    '{count, plural, one {A question in the test was wrong and counts} other {# questions in the test were wrong and count}} as right. So the result may be better than when you handed it in.',
  'test.remarked':
    'A question in a test that you have taken was wrong and counts as right. The test now has {score} right of {total}.',
  'test.remarked.why': 'Read which question it was, and why',
  'test.again': 'Take the test again',
  'test.back': 'To the course',
  'test.lapsed.title': 'The test has closed.',
  'test.lapsed.text':
    'A test stays open for 24 hours. It does not count as a failed try. Begin a new one whenever you like.',
  'test.submitted.text': 'The test has already been handed in. What you handed in first stands.',
  'test.stay': 'Save',
  'test.to-hand-in': 'To handing in',
  'test.said.saved': 'Saved.',
  'test.said.unsaved': 'Your choices could not be saved just now. They stay in this browser and are sent again.',
  'test.said.lost':
    'Your choices could not be saved just now, and this browser cannot keep them. Leave the page open: we are trying again.',
  'test.said.ended': 'You are signed out. Your choices stay in this browser.',
  'test.said.other':
    'Somebody else is signed in to this browser now. Leave the page open: your choices are saved once you are signed in again.',
  'test.said.back': 'Sign in again and go on with the test',
  'test.said.lapsed':
    'The test has closed: it stays open for 24 hours. What you chose just now does not count. It is no failed try.',
  'test.said.submitted':
    'The test has already been handed in, here or on another device. What you chose just now does not count.',
  'test.hand-in.title': '{answered} of {total} {answered, plural, one {is} other {are}} answered',
  'test.hand-in.back': 'Back to the questions',
  'test.hand-in.empty':
    '{count, plural, =1 {Question {numbers} has} other {Questions {numbers} have}} no answer. No answer counts as wrong. Nothing is handed in yet.',
  'test.hand-in.all': 'Every question is answered. Nothing is handed in yet.',
  'test.hand-in.number': 'Question {number}, answered',
  'test.hand-in.number.empty': 'Question {number}, no answer yet',
  'test.hand-in.none': 'empty',
  'test.hand-in.go': 'Answer question {number}',
  'test.hand-in.anyway': 'Hand in all the same',
  'test.hand-in.final': 'Once you have handed in, it cannot be changed.',
  'test.late.title': '{count, plural, =1 {One choice} other {Some choices}} came too late and do not count.',
  'test.late.text':
    'The test had closed, or was handed in, before they arrived. This is what you had chosen. It is shown once only.',
} as const
