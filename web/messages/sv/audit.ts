/** A company's log: what it says of each thing that can happen, in the words of worker/companies/audit/rules.ts. */
export const audit = {
  'audit.title': 'Händelselogg',
  'audit.lead':
    'Allt som ändrar åtkomst, team, villkor eller uppgifter i {company}. Bara ägare läser den. Det som står här går inte att ändra, och sparas i {months} månader.',
  'audit.search': 'Namn',
  'audit.kind': 'Sort',
  'audit.kind.all': 'Allt',
  'audit.kind.access': 'Åtkomst och roller',
  'audit.kind.details': 'Uppgifter',
  'audit.kind.files': 'Hämtade filer',
  'audit.from': 'Från och med',
  'audit.to': 'Till och med',
  'audit.show': 'Visa',
  'audit.fault': 'Något i formuläret gick inte att använda. Det du skrev ligger kvar.',
  'audit.fault.kind': 'Välj en sort i listan.',
  'audit.fault.format': 'Välj CSV eller JSON.',
  'audit.fault.day': 'Skriv dagen som 2027-02-01.',
  'audit.fault.order': 'Den sista dagen ligger före den första.',
  'audit.list': 'Händelser, nyast först',
  'audit.when': 'När',
  'audit.who': 'Vem',
  'audit.what': 'Vad',
  'audit.time': '{at, date, day} {at, time, clock}',
  'audit.none': 'Inget har hänt än.',
  'audit.none.match': 'Ingen händelse stämmer med det du valde.',
  'audit.none.all': 'Visa allt',
  'audit.place': '{first}–{last} av {all}',
  'audit.pages': 'Sidor',
  'audit.newest': 'Nyast',
  'audit.older': 'Äldre',
  'audit.note':
    'Det som medarbetare gör själva står med dag men utan klockslag. Vad någon gör i en kurs står aldrig här, och inte heller att någon har tackat nej.',
  'audit.files': 'Hämta som fil',
  'audit.files.text':
    'Filen har de händelser som du har valt här ovanför, högst {most, number} av de nyaste. Att du hämtar den skrivs in i loggen.',
  'audit.files.csv': 'CSV för kalkylprogram',
  'audit.files.json': 'JSON för program',
  'audit.file': 'handelselogg',

  'audit.gone': 'någon som inte längre finns kvar ({mark})',
  'audit.outside': 'någon utanför företaget',
  'audit.somebody': 'någon',
  'audit.team': 'ett team som inte längre finns',
  'audit.because': '{what}. {reason}.',

  'audit.did.unknown': 'En händelse som den här sidan inte känner till',
  'audit.did.company-started': 'Startade företaget',
  'audit.did.details-changed': 'Ändrade företagets uppgifter',
  'audit.did.contact-changed':
    '{contact, select, none {Tog bort vem man frågar om AI} other {Ändrade vem man frågar om AI}}',
  'audit.did.company-closing': 'Företaget har ingen ägare och ska stängas',
  'audit.did.company-closed': 'Stängde företaget',
  'audit.did.company-reopened': 'Öppnade företaget igen',
  'audit.did.company-merged':
    '{part, select, staying {Tog över ett annat företag} other {Lät företaget gå upp i ett annat}}',
  'audit.did.merger-withdrawn':
    '{part, select, staying {Tog tillbaka att ett annat företag går upp i det här} other {Tog tillbaka att företaget går upp i ett annat}}',
  'audit.did.terms-changed':
    '{version, plural, =0 {Ändrade vilka kurser som syns} other {Ändrade vilka kurser som syns (villkor #)}}',
  'audit.did.terms-accepted': '{version, plural, =0 {Gick med på nya villkor} other {Gick med på villkor #}}',
  'audit.did.link-made':
    '{for, select, one {Gjorde en länk för en person} merger {Gjorde en länk till ett annat företags ägare} other {Gjorde en länk för hela teamet}}',
  'audit.did.link-closed':
    '{for, select, merger {Tog tillbaka sammanslagningen eller dess länk} other {Stängde länken för hela teamet}}',
  'audit.did.people-invited': '{count, plural, =0 {Bjöd in} =1 {Bjöd in en person} other {Bjöd in # personer}}',
  'audit.did.invitation-sent-again': 'Skickade en inbjudan igen',
  'audit.did.invitation-withdrawn': 'Tog tillbaka en inbjudan',
  'audit.did.member-joined': '{way, select, merger {Kom med från ett annat företag} other {Gick med}}',
  'audit.did.member-left': 'Lämnade företaget',
  'audit.did.member-removed': 'Tog bort {name} ur företaget',
  'audit.did.member-restored': 'Ångrade att {name} togs bort',
  'audit.did.role-changed': 'Gjorde {name} till {role, select, owner {ägare} manager {chef} other {medarbetare}}',
  'audit.did.owner-inherited': '{name} blev ägare, för den förra ägaren är inte kvar',
  'audit.did.owner-given': '{name} blev ägare genom den som driver Navet',
  'audit.did.team-made': 'Lade upp ett team: {team}',
  'audit.did.team-renamed': 'Bytte namn på ett team: {team}',
  'audit.did.team-ended': 'Tog bort ett team',
  'audit.did.team-changed': '{hasTeam, select, yes {Flyttade {name} till {team}} other {Bytte team för {name}}}',
  'audit.did.team-manager-made':
    '{hasTeam, select, yes {Gjorde {name} till chef för {team}} other {Gjorde {name} till chef för ett team}}',
  'audit.did.team-manager-unmade':
    '{hasTeam, select, yes {Tog bort {name} som chef för {team}} other {Tog bort {name} som chef för ett team}}',
  'audit.did.on-behalf-changed':
    '{to, select, yes {Skrev att {name} är inhyrd} no {Skrev att {name} inte är inhyrd} other {Ändrade om {name} är inhyrd}}',
  'audit.did.name-corrected': 'Rättade ett namn: {name}',
  'audit.did.name-put-back': 'Bytte tillbaka sitt namn',
  'audit.did.earlier-shared': 'Valde vilka tidigare kurser som syns',
  'audit.did.team-exported':
    '{count, plural, =0 {Hämtade teamet som fil} =1 {Hämtade teamet som fil (1 person)} other {Hämtade teamet som fil (# personer)}}',
  'audit.did.log-exported': 'Hämtade loggen som {format, select, json {JSON} other {CSV}}',
} as const
