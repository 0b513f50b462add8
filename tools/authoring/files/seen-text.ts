/** Nothing that ends a line, turns its direction or is not seen at all. */
export const isSeen = (text: string) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)
export const notSeen = 'write it on one line, with no signs that cannot be seen'
