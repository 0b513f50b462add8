import type { YAMLParseError } from 'yaml'

const plainer: Partial<Record<YAMLParseError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a text with ": " in it needs quotation marks: title: "Tre frågor: innan du skickar"',
  TAB_AS_INDENT: 'a tab in YAML; indent with spaces',
  DUPLICATE_KEY: 'the key is written twice; keep one of them',
  BAD_INDENT: 'the line is not indented like its neighbours; line them up with spaces',
  MULTILINE_IMPLICIT_KEY: 'a key without ":" after it; write key: value',
  MISSING_CHAR: 'a sign is missing, often a quotation mark, a comma, ] or }',
  BAD_ALIAS: 'a text that begins with * or & needs quotation marks',
  MULTIPLE_DOCS: 'two parts divided by ---; keep one',
}

/** What to mend, in the words of an author who need not know YAML. */
export function yamlMessage({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string {
  const [first = ''] = message.split('\n')
  return `YAML cannot be read: ${plainer[code] ?? first}`
}
