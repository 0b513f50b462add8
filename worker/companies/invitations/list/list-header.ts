interface Columns {
  name: string
  email: string
  team: string
}

const words = {
  name: ['namn', 'name', 'för- och efternamn', 'fullständigt namn', 'full name', 'medarbetare', 'employee', 'person'],
  first: ['förnamn', 'first name', 'firstname', 'given name'],
  last: ['efternamn', 'last name', 'lastname', 'surname', 'family name'],
  email: [
    'e-post',
    'epost',
    'e-postadress',
    'epostadress',
    'mejl',
    'mejladress',
    'mail',
    'mailadress',
    'adress',
    'e-mail',
    'email',
    'e-mail address',
    'email address',
    'mail address',
    'address',
  ],
  team: ['team', 'lag', 'grupp', 'avdelning', 'enhet', 'group', 'department', 'unit', 'dept'],
} as const

type Column = keyof typeof words

function columnOf(cell: string): Column | undefined {
  const word = cell
    .toLowerCase()
    .replace(/[:*]+$/, '')
    .trim()
  return (Object.keys(words) as Column[]).find((column) => words[column].some((each: string) => each === word))
}

/** Whether a first row says what the others hold: it names the address, or is of nothing but such words. */
export function isHeader(cells: readonly string[]): boolean {
  const filled = cells.filter(Boolean)
  const named = filled.map(columnOf)
  return !filled.some((cell) => cell.includes('@')) && (named.includes('email') || named.every(Boolean))
}

/** How to read the rows under a row of headings; columns that it does not name are left. */
export function headedBy(header: readonly string[]): (cells: readonly string[]) => Columns {
  const places = (column: Column) => header.flatMap((cell, place) => (columnOf(cell) === column ? [place] : []))
  const name = [...places('name').slice(0, 1), ...places('first'), ...places('last')]
  const [email] = places('email')
  const [team] = places('team')
  return (cells) => ({
    name: name
      .map((place) => cells[place] ?? '')
      .join(' ')
      .trim(),
    // Without a heading of its own the address is known by its sign.
    email: (email === undefined ? cells.find((cell) => cell.includes('@')) : cells[email]) ?? '',
    team: (team === undefined ? '' : cells[team]) ?? '',
  })
}
