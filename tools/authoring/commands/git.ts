import { execFile } from 'node:child_process'

import { WrongUse } from './command.ts'

/** What git prints, without its last line end; undefined when git says no. */
export function git(folder: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    execFile('git', ['-C', folder, ...args], { maxBuffer: 2 ** 28 }, (error, out) => {
      if (error?.code === 'ENOENT') reject(new WrongUse('git is not installed; this command reads what git keeps'))
      else resolve(error ? undefined : out.replace(/\n$/, ''))
    })
  })
}
