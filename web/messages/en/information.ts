import type { information as sv } from '../sv/information.ts'

export const information: Record<keyof typeof sv, string> = {
  'information.title': 'How Navet works at {company}',
  'information.title.any': 'How Navet works at a company',
  'information.lead':
    'A sheet for you who work there, for the union and for whoever handles data protection: who decides, what the company sees, and what it never sees.',
  'information.back': 'To what the company sees of you',
  'information.company': 'About {company}',
  'information.courses': 'Courses that the company sees',
  'information.courses.all': 'Every course in Navet, and those still to come.',
  'information.courses.none': 'None.',
  'information.terms': 'Terms',
  'information.terms.which': 'Version {version}, since {at, date, day}',
  'information.contact': 'Ask about AI',

  'information.what': 'What Navet is',
  'information.what.text':
    'Navet is a website with short courses on practical AI. You read, answer questions, and can take a test that gives a badge. You can read every course without an account and without belonging to a company.',

  'information.who': 'Who decides',
  'information.who.you':
    'You decide whether to join. Before you do, you see which courses it is about and what is shown. Nobody can add you.',
  'information.who.owners':
    'The owners in Navet choose which courses are shown. If they want to show more you are asked again, and if you say no, what you agreed to still holds.',
  'information.who.earlier': 'What you did before you joined is shown only if you tick it yourself.',
  'information.who.leave':
    'You can leave the company in Navet whenever you like, and you keep your answers, progress and badges.',

  'information.no': 'Can I say no?',
  'information.no.text':
    'Yes, unless your employer has made a course part of your job. You need not say why, and Navet does not tell the company that you said no.',
  'information.no.duty':
    'If your employer has made a course part of your job, it is for your employer and not for Navet to say what a no means. Ask your manager or your union.',

  'information.seen.all':
    'Owners and managers of the company see everybody who has joined. A manager of a team sees that team only. Colleagues see nothing of each other.',
  'information.seen.none':
    'No AI judges you. Tests are marked against a key that people wrote. There are no leaderboards, and the time you spend is not measured.',

  'information.kept': 'How long it is kept',
  'information.kept.more': 'Everything that is kept, and for how long, is here:',

  'information.responsible': 'Who is responsible for the data',
  'information.responsible.company':
    '{company, select, none {The company} other {{company}}} is responsible for the list of its members, and for what it does with what is there (controller). Whoever runs Navet looks after the list for the company (processor). Anybody may read the agreement:',
  'information.responsible.operator':
    'For your account, your answers, your tests and your badges whoever runs Navet is responsible. The company cannot reach them.',
  'information.operator': '{name} runs Navet here.',
  'information.operator.unset': 'Who runs Navet here has not been stated.',

  'information.rights': 'What you can do',
  'information.rights.row': 'See exactly what the company sees of you',
  'information.rights.all': 'See what is kept of you, get a copy, and erase your account',
  'information.rights.wrong': 'Is something wrong? Ask whoever runs the company in Navet, or whoever runs Navet.',

  'information.union': 'What unions usually ask',
  'information.union.judge': 'Is it used to judge or compare people?',
  'information.union.judge.text':
    'Navet shows whether a course is done and whether the badge has been earned. There are no scores, times or comparisons to show. What the company makes of somebody being done, or not, Navet does not know. Ask the company.',
  'information.union.watch': 'Can anybody follow what somebody does during the day?',
  'information.union.watch.text':
    'No. The company sees on which day a course was finished, but no time of day, no time spent, and not when somebody last signed in. Navet installs nothing on the computer and reads nothing in the company’s other programs.',
  'information.union.hours': 'Are the courses taken during working hours?',
  'information.union.hours.text': 'Your employer decides that. A visit takes about five minutes.',
  'information.union.change': 'Can the company begin to see more?',
  'information.union.change.text':
    'More courses only when each member has agreed to it. Answers, scores and attempts cannot be switched on.',
  'information.union.law': 'Does the employer have to raise it with the union first?',
  'information.union.law.text':
    'This sheet does not answer that. It depends on how you mean to use Navet and on which agreements you have. Ask the union, your employers’ organisation or a lawyer.',

  'information.not':
    'The sheet describes how Navet works on {at, date, day}. It is not legal advice, and no proof that any law is complied with.',
}
