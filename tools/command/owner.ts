import type { Stats } from 'node:fs'
import { chown } from 'node:fs/promises'

/**
 * Gives a file that root made to whom it belongs beside: a command run with sudo must not leave what the service's own
 * user cannot read. Nothing for anybody else, who may give nothing away.
 * @param like a file that it takes the place of, or the folder that it lies in
 */
export async function giveToOwner(path: string, like: Pick<Stats, 'uid' | 'gid'>): Promise<void> {
  if (process.getuid?.() !== 0 || (like.uid === 0 && like.gid === 0)) return
  await chown(path, like.uid, like.gid)
}
