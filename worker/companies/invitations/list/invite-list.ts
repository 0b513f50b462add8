import { translator } from '../../../../web/messages/translate.ts'
import { urls } from '../../../../web/urls.ts'
import { whoOf, whosOf } from '../../../accounts/who.ts'
import { randomId } from '../../../chance.ts'
import { inBatch } from '../../../db/in-batch.ts'
import { keptSince, mostResults } from '../../../kept-forms/rules.ts'
import { recordForm, selectResult } from '../../../kept-forms/store.ts'
import { queueMailOfEach } from '../../../mail/queue-mail.ts'
import { sendMails } from '../../../mail/send-mails.ts'
import { Refusal } from '../../../refusal.ts'
import type { SignedInVisit } from '../../../visit.ts'
import { recordEntry } from '../../audit/store.ts'
import { idOfForm } from '../../id-of-form.ts'
import { nameKey } from '../../name-key.ts'
import { newCode } from '../../rules.ts'
import { unlessDone } from '../../unless-done.ts'
import { fieldsOf, kindOf, readResult } from './kept-result.ts'
import { invitationMail } from '../invitation-mail.ts'
import { readList } from './read-list.ts'
import { most } from '../rules.ts'
import { type JudgedRow, judgeRows, newTeams } from './judge-rows.ts'
import { selectInvitingCompany } from '../store.ts'
import {
  dropExpired,
  isTeam,
  type NewInvitation,
  recordInvitations,
  recordTeams,
  selectDomains,
  selectKnown,
  selectMade,
  selectTeamNames,
  selectUsed,
  whomToMail,
} from './store.ts'

/** Why nothing of a list was taken. */
export type ListFault = 'empty' | 'too-many-rows' | 'too-many-open' | 'too-many-mails' | 'too-many-teams'

export interface PastedList {
  text: string
  /** They are consultants or temps, who work on the company's behalf. */
  onBehalf: boolean
  /** The addresses are right as they stand, however they look. */
  isSure: boolean
  /** The key of the form: sent twice with the same list, it gives the first result. */
  key: string
}

/**
 * Invites the people of a list by mail, each once: whoever is in, or invited already, gets no new mail. Gives where the
 * result is kept, with what became of each row; or why nothing of the list was taken. Not found for whoever does not run
 * the company. Two round trips, however long the list is.
 */
export async function inviteList(
  visit: SignedInVisit,
  company: string,
  list: PastedList,
): Promise<{ result: string } | { fault: ListFault; count: number }> {
  const result = await idOfForm(visit.learner.id, list.key, [company, list.text, list.onBehalf, list.isSure])
  return unlessDone(() => inviteOnce(visit, company, { ...list, result }), {
    reasons: ['list'],
    done: async () => ((await readResult(visit, company, result)).result ? { result } : undefined),
  })
}

async function inviteOnce(
  visit: SignedInVisit,
  company: string,
  list: PastedList & { result: string },
): Promise<{ result: string } | { fault: ListFault; count: number }> {
  const { result } = list
  const read = await readAgainst(visit, company, list)
  if (read.isKept) return { result }
  if (read.fault) return { fault: read.fault, count: read.count }
  const { rows, teams, used, name, viewerName, heading } = read

  const invited = rows.filter(({ outcome }) => outcome.kind === 'invited')
  const made = newTeams(rows, teams)
  if (made.length > most.newTeams) return { fault: 'too-many-teams', count: made.length }
  if (invited.length > 0 && used.open + invited.length > most.open) return { fault: 'too-many-open', count: used.open }
  if (invited.length > 0 && used.mails + invited.length > most.mails)
    return { fault: 'too-many-mails', count: used.mails }

  const fields = fieldsOf({ rows, heading, onBehalf: list.onBehalf })
  const { count } = await record(visit, company, {
    invited,
    made,
    onBehalf: list.onBehalf,
    result,
    fields,
    name,
    viewerName,
  })
  // Between the two somebody else took the last places, or the role.
  if (invited.length > 0 && count === 0) throw new Refusal('conflict', 'list')
  if (invited.length > 0) visit.later(sendMails(visit))
  return { result }
}

/** The rows of a list and what becomes of each, as things are now. */
async function readAgainst(
  { db, learner, now, settings }: SignedInVisit,
  company: string,
  { text, isSure, result }: PastedList & { result: string },
) {
  const plain = readList(text, [])
  const rowsRead = 'rows' in plain ? plain.rows : []
  const emails = [...new Set(rowsRead.flatMap(({ email }) => email ?? []))]
  const inviting = { learner: learner.id, now }
  const read = await inBatch(db, {
    found: selectInvitingCompany(db, company, { viewer: learner.id, now }),
    known: selectKnown(db, company, { ...inviting, emails }),
    domains: selectDomains(db, company),
    teams: selectTeamNames(db, company, learner.id),
    used: selectUsed(db, company, inviting),
    kept: selectResult(
      db,
      { whos: await whosOf(settings, learner.id, now), id: result, kind: kindOf(company) },
      keptSince(now),
    ),
  })
  const [place] = read.found
  if (!place) throw new Refusal('not-found', 'company')
  if (read.kept.length > 0) return { isKept: true } as const
  if ('tooMany' in plain) return { fault: 'too-many-rows', count: plain.tooMany } as const
  if (rowsRead.length === 0) return { fault: 'empty', count: 0 } as const

  // Which cell is the team is clearer when the company's own are known.
  const teams = read.teams.map((team) => team.name)
  const list = readList(text, teams)
  const rows = judgeRows('rows' in list ? list.rows : [], {
    known: new Map(read.known.map((each) => [each.email, each])),
    domains: new Map(read.domains.map(({ domain, count }) => [domain, count])),
    isSure,
    now,
  })
  const { name, viewerName } = place
  return { rows, teams, used: read.used[0] ?? { open: 0, mails: 0 }, name, viewerName, heading: plain.heading }
}

interface Taken {
  invited: JudgedRow[]
  made: string[]
  onBehalf: boolean
  result: string
  fields: [string, string][]
  name: string
  viewerName: string
}

/** Teams, invitations, mails, the log and what is shown of it: in one batch, with each condition in its statement. */
async function record(visit: SignedInVisit, company: string, taken: Taken): Promise<{ count: number }> {
  const { db, learner, now, locale, settings } = visit
  const { invited, made, onBehalf, result, fields } = taken
  const rows = invited.map(({ email, name, team }): NewInvitation => {
    const { code } = newCode(crypto.getRandomValues(new Uint8Array(16)), now)
    return { code, email: email!, name: name ?? null, team: team ? nameKey(team) : null }
  })
  const { expiresAt } = newCode(new Uint8Array(16), now)
  const teams = made.map((name) => ({ id: randomId(), name, nameKey: nameKey(name) }))
  const codes = rows.map(({ code }) => code)
  const by = { company, by: learner.id, now }
  const who = await whoOf(settings, learner.id)
  const page = urls.invitations(locale, company)
  const form = { id: result, who, kind: kindOf(company), path: page, page, fields, at: now }
  const { selected } = await inBatch(db, {
    expired: dropExpired(db, company, now),
    teams: recordTeams(db, company, { learner: learner.id, now, made: teams, count: rows.length }),
    invited: recordInvitations(db, company, { learner: learner.id, now, rows, onBehalf, expiresAt }),
    entered: recordEntry(db, { ...by, action: 'people-invited', facts: { count: rows.length } }),
    teamsEntered: teams.map(({ id }) => recordEntry(db, { ...by, action: 'team-made', subject: id, when: isTeam(id) })),
    mailed: queueMailOfEach(db, {
      ...invitationMail(translator(locale), settings.BASE_URL, locale, {
        company: taken.name,
        viewerName: taken.viewerName,
        expiresAt,
        now,
      }),
      recipients: whomToMail(codes, now),
      now,
    }),
    ...recordForm(db, form, learner.id, mostResults),
    selected: selectMade(db, codes),
  })
  return { count: selected[0]?.count ?? 0 }
}
