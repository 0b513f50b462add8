/** Where backups are kept under names with their moments: a folder, or a bucket. */
export interface Place {
  /** As the operator wrote it. */
  name: string
  list(): Promise<string[]>
  /** Whole or not at all. Gives how many bytes it took. */
  write(name: string, bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<number>
  read(name: string): Promise<AsyncIterable<Uint8Array>>
  remove(name: string): Promise<void>
}

/** `navet-2026-11-28T031500Z.backup`; whoever sorts the names has sorted the moments. */
export function nameOf(at: Date): string {
  return `navet-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`
}

/** When a backup of this name was made; undefined for what is none of ours, which is left alone. */
export function momentOf(name: string): Date | undefined {
  const match = /^navet-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/.exec(name)
  if (!match) return undefined
  const at = new Date(`${match[1]}T${match[2]}:${match[3]}:${match[4]}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
