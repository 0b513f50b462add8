import type { Token, Tokens } from 'marked'

/** A picture with its caption, a quote line in italics right under it. */
export interface Figure {
  image: Tokens.Image
  caption: Token[]
  /** Place of the quote among the tokens. */
  ends: number
}

/** The figure that begins at a token; undefined where none does. */
export function figureAt(tokens: readonly Token[], at: number): Figure | undefined {
  const image = soleImage(tokens[at]!)
  if (!image) return undefined
  const ends = tokens[at + 1]?.type === 'space' ? at + 2 : at + 1
  const caption = captionIn(tokens[ends])
  return caption && { image, caption, ends }
}

/** The words of a quote that is all in italics. */
function captionIn(token: Token | undefined): Token[] | undefined {
  if (token?.type !== 'blockquote') return undefined
  const [paragraph, ...others] = (token as Tokens.Blockquote).tokens.filter(({ type }) => type !== 'space')
  if (paragraph?.type !== 'paragraph' || others.length > 0) return undefined
  const [em, ...rest] = (paragraph as Tokens.Paragraph).tokens
  return em?.type === 'em' && rest.length === 0 ? (em as Tokens.Em).tokens : undefined
}

/** The tokens that are no caption of a picture. */
export function withoutCaptions(tokens: readonly Token[]): Token[] {
  const taken = captionsIn(tokens)
  return tokens.filter((_, i) => !taken.has(i))
}

/** Places of the captions that stand under a picture. */
function captionsIn(tokens: readonly Token[]): ReadonlySet<number | undefined> {
  return new Set(tokens.map((_, i) => figureAt(tokens, i)?.ends))
}

/** Captions that stand under no picture. */
export function strayCaptions(tokens: readonly Token[]): Token[] {
  const taken = captionsIn(tokens)
  return tokens.filter((token, i) => !taken.has(i) && captionIn(token) !== undefined)
}

function soleImage(token: Token): Tokens.Image | undefined {
  if (token.type !== 'paragraph') return undefined
  const [image, ...others] = (token as Tokens.Paragraph).tokens
  return image?.type === 'image' && others.length === 0 ? (image as Tokens.Image) : undefined
}
