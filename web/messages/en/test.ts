export const test = {
  'test.title': 'The test for {badge}',
  'test.lead':
    '{questions, plural, one {# question} other {# questions}}, {pass} right is enough. You can read why once you have handed in.',
  'test.rule':
    'The questions are drawn from a larger pool. Leave when you like: the test stays open for 24 hours. After a try you can get new questions in ten minutes, as many times as you like.',
  'test.start': 'Begin the test',
  'test.resume': 'Go on with the test',
  'test.open': 'You have a test waiting. It stays open until {at, date, day} at {at, time, clock}.',
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
  'test.again': 'Take the test again',
  'test.back': 'To the course',
  'test.lapsed.title': 'The test has closed.',
  'test.lapsed.text':
    'A test stays open for 24 hours. It does not count as a failed try. Begin a new one whenever you like.',
  'test.submitted.text': 'The test has already been handed in. What you handed in first stands.',
} as const
