const placed: Record<string, string> = {
  å: '{',
  ä: '|',
  ö: '}',
  æ: '|',
  ø: '}',
  ü: 'y',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
}

/**
 * A key that sorts names, byte by byte, where Swedes expect them: å, ä and ö after z (with æ and ø beside them),
 * other accents as their plain letter, spaces before letters. SQLite knows no Swedish order of its own.
 */
export function nameKey(name: string): string {
  return [...name.normalize('NFC').toLowerCase()]
    .map((letter) => placed[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .join('')
    .replace(/[-–\s]+/g, ' ')
    .trim()
}
