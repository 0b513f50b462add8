/** Kinds of machine and browser, the first that fits. Nothing more is kept of what a browser says about itself. */
const machines = [
  ['iphone', /iPhone|iPod/],
  ['ipad', /iPad/],
  ['android', /Android/],
  ['chromebook', /CrOS/],
  ['windows', /Windows/],
  ['mac', /Macintosh|Mac OS X/],
  ['linux', /Linux|X11/],
] as const
const browsers = [
  ['edge', /Edg(A|iOS)?\//],
  ['firefox', /Firefox\/|FxiOS\//],
  ['samsung', /SamsungBrowser\//],
  ['opera', /OPR\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Safari\//],
] as const

type Machine = (typeof machines)[number][0] | 'other'
type BrowserKind = (typeof browsers)[number][0] | 'other'

export interface Device {
  machine: Machine
  browser: BrowserKind
}

/** The device behind a `User-Agent`, in two words. */
export function deviceOf(userAgent: string): Device {
  const machine = machines.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other'
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other'
  return { machine, browser }
}

/** As it is kept with the session. */
export function writeDevice({ machine, browser }: Device): string {
  return `${machine} ${browser}`
}

/** The two words again; `other` for what older sessions hold. */
export function readDevice(kept: string | null): Device {
  const [first, second] = (kept ?? '').split(' ')
  return {
    machine: machines.find(([name]) => name === first)?.[0] ?? 'other',
    browser: browsers.find(([name]) => name === second)?.[0] ?? 'other',
  }
}
