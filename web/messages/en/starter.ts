/** Of the page that the first meetings are led from. */
export const starter = {
  'starter.title': 'The first meetings about AI',
  'starter.lead':
    'For you who lead the meeting: what to say, what to ask, and what to do afterwards. You need not know more about AI than the others.',
  'starter.before.title': 'Before you meet',
  'starter.before.read':
    'Read the lessons yourself and answer the questions. Then you know where the talk may take off.',
  'starter.before.print': 'Print this page, or have it open on your phone.',
  'starter.before.links':
    'Send the links to the lessons to everyone who will be there. Nobody needs an account. Answers stay in each person’s own phone until they choose to save them.',
  'starter.before.no-test': 'Say in the invitation that it is not a test, and that nobody has to show their answers.',
  'starter.each.title': 'How to take a lesson',
  'starter.each.read': 'Everyone reads the lesson and answers the questions, in silence and on their own.',
  'starter.each.think':
    'Ask one of the questions below. Each person thinks alone for a minute and writes down an answer. The silent minute keeps the quickest person from answering for everyone.',
  'starter.each.pairs': 'Talk in pairs for a couple of minutes.',
  'starter.each.all':
    'Talk together. What did you agree on, and where did you differ? Write down what you do not know.',
  'starter.meeting': 'Meeting {number}: {title}',
  'starter.say': 'Say first',
  'starter.course': 'From the course {course}, about {minutes} min to read',
  'starter.coming': 'From the course {course}. On its way.',
  'starter.ask': 'Ask',
  'starter.after': 'After the meeting',
  'starter.alone.title': 'To read on your own',
  'starter.alone.text': 'Between the meetings, or once you have had them.',
  'starter.stuck.title': 'When it gets stuck',
  'starter.stuck.silent': 'Nobody speaks: tell them about a time when you trusted an answer that was wrong.',
  'starter.stuck.worried':
    'Somebody worries about their job: hear them out and promise nothing. Write the question down and say when you will come back to it.',
  'starter.stuck.mistake':
    'Somebody tells of a mistake: say thank you first. If data has ended up in the wrong place, take it to the person in charge the same day, not in front of everyone.',
  'starter.stuck.expert': 'Somebody knows a lot: ask how it was done, step by step, and what went wrong on the way.',
} as const
