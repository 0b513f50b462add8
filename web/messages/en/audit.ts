import type { audit as sv } from '../sv/audit.ts'

export const audit: Record<keyof typeof sv, string> = {
  'audit.title': 'Audit log',
  'audit.lead':
    'Everything that changes access, teams, terms or details of {company}. Only owners read it. Nothing here can be changed, and it is kept for {months} months.',
  'audit.search': 'Name',
  'audit.kind': 'Kind',
  'audit.kind.all': 'Everything',
  'audit.kind.access': 'Access and roles',
  'audit.kind.details': 'Details',
  'audit.kind.files': 'Files fetched',
  'audit.from': 'From',
  'audit.to': 'Up to and including',
  'audit.show': 'Show',
  'audit.fault': 'Something in the form could not be used. What you wrote is still there.',
  'audit.fault.kind': 'Choose a kind from the list.',
  'audit.fault.format': 'Choose CSV or JSON.',
  'audit.fault.day': 'Write the day as 2027-02-01.',
  'audit.fault.order': 'The last day is before the first.',
  'audit.list': 'What happened, newest first',
  'audit.when': 'When',
  'audit.who': 'Who',
  'audit.what': 'What',
  'audit.time': '{at, date, day}, {at, time, clock}',
  'audit.none': 'Nothing has happened yet.',
  'audit.none.match': 'Nothing matches what you chose.',
  'audit.none.all': 'Show everything',
  'audit.place': '{first}–{last} of {all}',
  'audit.pages': 'Pages',
  'audit.newest': 'Newest',
  'audit.older': 'Older',
  'audit.note':
    'What members do themselves has a day here, and no time. What anybody does in a course is never here, nor that somebody said no.',
  'audit.files': 'Fetch as a file',
  'audit.files.text':
    'The file holds what you have chosen above, at most the newest {most, number}. That you fetch it is entered in the log.',
  'audit.files.csv': 'CSV for spreadsheets',
  'audit.files.json': 'JSON for programs',
  'audit.file': 'audit-log',

  'audit.gone': 'somebody who is no longer here ({mark})',
  'audit.outside': 'somebody outside the company',
  'audit.somebody': 'somebody',
  'audit.team': 'a team that is no longer there',
  'audit.because': '{what}. {reason}.',

  'audit.did.unknown': 'Something that this page does not know of',
  'audit.did.company-started': 'Started the company',
  'audit.did.details-changed': 'Changed the company’s details',
  'audit.did.contact-changed':
    '{contact, select, none {Took away whom to ask about AI} other {Changed whom to ask about AI}}',
  'audit.did.company-closing': 'The company has no owner and is going to be closed',
  'audit.did.company-closed': 'Closed the company',
  'audit.did.company-reopened': 'Opened the company again',
  'audit.did.company-merged':
    '{part, select, staying {Took over another company} other {Let the company become part of another}}',
  'audit.did.merger-withdrawn':
    '{part, select, staying {Took back that another company becomes part of this one} other {Took back that the company becomes part of another}}',
  'audit.did.terms-changed':
    '{version, plural, =0 {Changed which courses are seen} other {Changed which courses are seen (terms #)}}',
  'audit.did.terms-accepted': '{version, plural, =0 {Agreed to new terms} other {Agreed to terms #}}',
  'audit.did.link-made':
    '{for, select, one {Made a link for one person} merger {Made a link to the owner of another company} other {Made a link for the whole team}}',
  'audit.did.link-closed':
    '{for, select, merger {Took back the merger or its link} other {Closed the link for the whole team}}',
  'audit.did.people-invited': '{count, plural, =0 {Invited} =1 {Invited one person} other {Invited # people}}',
  'audit.did.invitation-sent-again': 'Sent an invitation again',
  'audit.did.invitation-withdrawn': 'Withdrew an invitation',
  'audit.did.member-joined': '{way, select, merger {Came along from another company} other {Joined}}',
  'audit.did.member-left': 'Left the company',
  'audit.did.member-removed': 'Removed {name} from the company',
  'audit.did.member-restored': 'Undid the removal of {name}',
  'audit.did.role-changed': 'Made {name} {role, select, owner {an owner} manager {a manager} other {a member}}',
  'audit.did.owner-inherited': '{name} became an owner, since the one before is gone',
  'audit.did.owner-given': '{name} was made an owner by whoever runs Navet',
  'audit.did.team-made': 'Made a team: {team}',
  'audit.did.team-renamed': 'Renamed a team: {team}',
  'audit.did.team-ended': 'Ended a team',
  'audit.did.team-changed': '{hasTeam, select, yes {Moved {name} to {team}} other {Changed the team of {name}}}',
  'audit.did.team-manager-made':
    '{hasTeam, select, yes {Made {name} a manager of {team}} other {Made {name} a manager of a team}}',
  'audit.did.team-manager-unmade':
    '{hasTeam, select, yes {Removed {name} as a manager of {team}} other {Removed {name} as a manager of a team}}',
  'audit.did.on-behalf-changed':
    '{to, select, yes {Noted that {name} is hired in} no {Noted that {name} is not hired in} other {Changed whether {name} is hired in}}',
  'audit.did.name-corrected': 'Corrected a name: {name}',
  'audit.did.name-put-back': 'Put their own name back',
  'audit.did.earlier-shared': 'Chose which earlier courses are seen',
  'audit.did.team-exported':
    '{count, plural, =0 {Fetched the team as a file} =1 {Fetched the team as a file (1 person)} other {Fetched the team as a file (# people)}}',
  'audit.did.log-exported': 'Fetched the log as {format, select, json {JSON} other {CSV}}',
}
