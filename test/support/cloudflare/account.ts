/** One upload: code, settings and files as they were then. Nothing changes it. */
export interface Version {
  id: string
  number: number
  createdOn: string
  annotations: Record<string, string>
  /** What the worker is told, secrets among it. */
  settings: Record<string, string>
  secretNames: string[]
  /** The binding by which it is told its own id, where it has one. */
  idBinding: string | undefined
  modules: { name: string; text: string }[]
  compatibility: { date: string; flags: string[] }
  /** By their address. */
  files: Record<string, Buffer>
  headersFile: string
  /** Answers 502: to whoever does not ask for it by name, a fault that only traffic shows, or to everybody. */
  fault: 'under traffic' | 'always' | undefined
}

export interface Deployment {
  id: string
  createdOn: string
  versions: { version_id: string; percentage: number }[]
  annotations: Record<string, string>
}

export interface Worker {
  /** The oldest first. */
  versions: Version[]
  /** The oldest first; the last one holds. */
  deployments: Deployment[]
}

/** An account with one worker at most. */
export interface Account {
  worker: Worker | undefined
  /** The deployment that the edge holds on to, while those made since have not been spread; undefined: the last one. */
  atEdge: Deployment | undefined
  nextFault: Version['fault']
  domains: string[]
  crons: string[]
  /** Files by their hash, whichever version brought them. */
  stored: Map<string, Buffer>
  /** Which files an upload is made of: address to hash, by its token. */
  sessions: Map<string, Record<string, string>>
}

/** An answer of the API that is no. */
export class Refused extends Error {
  readonly code: number
  readonly status: number

  constructor(code: number, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

export function serving({ worker }: Account): string | undefined {
  return worker?.deployments.at(-1)?.versions.find(({ percentage }) => percentage === 100)?.version_id
}
