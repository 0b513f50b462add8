/** Names that stand for no place on the internet (RFC 2606, 6762, 8375), and addresses of a network of one's own. */
const ownNames = /^localhost$|\.(localhost|local|home\.arpa|internal|test|example|invalid)$/
const ownV4 = /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)(\.\d+)+$|^0\.0\.0\.0$/
const ownV6 = /^\[(::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/

/** Whether anybody on the internet may come: not this machine, a network of one's own, or a name without a dot. */
export function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { hostname } = new URL(address)
  const isOwn = [ownNames, ownV4, ownV6].some((own) => own.test(hostname))
  return (hostname.includes('.') || hostname.includes(':')) && !isOwn
}
