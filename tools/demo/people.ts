/** How far a demo person has come: lessons done, and what the badge test gave. */
export interface DemoPerson {
  email: string
  name: string
  role: 'owner' | 'manager' | 'member'
  lessons: number
  test: 'none' | 'failed' | 'passed'
  /** Days ago it was last done. */
  daysAgo: number
}

const person = (
  email: string,
  name: string,
  lessons: number,
  test: DemoPerson['test'],
  daysAgo: number,
  role: DemoPerson['role'] = 'member',
): DemoPerson => ({ email: `${email}@siljansplat.example`, name, role, lessons, test, daysAgo })

/** A sheet-metal workshop in Borlänge. All of it is made up. */
export const siljansPlat: DemoPerson[] = [
  person('anders', 'Anders Öst', 5, 'passed', 40, 'owner'),
  person('karin', 'Karin Ås', 5, 'passed', 33, 'manager'),
  person('amira', 'Amira Haddad', 2, 'none', 2),
  person('britt-marie', 'Britt-Marie Åhs', 5, 'passed', 21),
  person('ebba', 'Ebba Lindqvist', 5, 'passed', 18),
  person('erik', 'Erik Dalman', 5, 'failed', 9),
  person('fatima', 'Fatima Noor', 3, 'none', 6),
  person('gustav', 'Gustav Hed', 0, 'none', 0),
  person('johan', 'Johan Berglund', 5, 'passed', 28),
  person('lars-goran', 'Lars-Göran Matsols', 0, 'none', 0),
  person('mikael', 'Mikael Örn', 1, 'none', 12),
  person('sanna', 'Sanna Ek', 4, 'none', 4),
  person('tove', 'Tove Jemth', 5, 'none', 3),
  person('yusuf', 'Yusuf Demir', 2, 'none', 15),
]

/** A company of one: owner, manager and learner in the same person. */
export const orsaRedovisning: DemoPerson[] = [
  { email: 'maj@orsaredovisning.example', name: 'Maj Finnberg', role: 'owner', lessons: 3, test: 'none', daysAgo: 5 },
]
