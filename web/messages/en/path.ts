export const path = {
  'path.title': 'Choose a path, or pick freely',
  'path.meta':
    '{count, plural, one {# course} other {# courses}}, {there, plural, =0 {all on their way} other {# ready now}}',
  'path.mine': 'Your path: {done} of {total, plural, one {# course} other {# courses}} done',
  'path.go': 'See the {path} path',
  'path.order': 'The courses in the order we suggest. Nothing is locked: begin wherever you like.',
  'path.step': 'Step {step}',
  'path.one-of': 'Step {step}: choose one of {count}',
  'path.coming': 'On its way',
  'path.description': 'The {path} path: its courses in order.',
  'starter.title': 'A first half hour',
  'starter.lead':
    'Six lessons to take together at a meeting. Read one at a time, answer on your own, then talk about the answers.',
  'starter.teaser': 'Half an hour together? Take six lessons at your next meeting.',
  'starter.go': 'See the six lessons',
  'starter.course': 'From the course {course}, about {minutes} min',
  'starter.coming': 'From the course {course}. On its way.',
} as const
