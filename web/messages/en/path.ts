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
  'starter.teaser': 'Starting together? Here are half-hour meetings, ready to lead.',
  'starter.go': 'See how the meetings go',
} as const
