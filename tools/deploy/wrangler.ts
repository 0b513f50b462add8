import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { stripVTControlCharacters } from 'node:util'

import { Problem } from '../command/problem.ts'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'node_modules/wrangler/bin/wrangler.js')

export interface Asked {
  said: string
  /** What wrangler writes for programs: https://developers.cloudflare.com/workers/wrangler/system-environment-variables/ */
  entries: Record<string, unknown>[]
}

/** Runs one command of wrangler, which asks nobody anything. Throws a Problem with the reason in one line. */
export async function askWrangler(args: readonly string[], signal?: AbortSignal): Promise<Asked> {
  signal?.throwIfAborted()
  const folder = await mkdtemp(join(tmpdir(), 'navet-wrangler-'))
  const outcome = join(folder, 'outcome')
  try {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Of a group of its own: stopped by a terminal's Ctrl-C, wrangler says that all went well.
      detached: true,
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_OUTPUT_FILE_PATH: outcome, NO_COLOR: '1' },
    })
    const end = () => void child.kill('SIGINT')
    signal?.addEventListener('abort', end)
    const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    signal?.removeEventListener('abort', end)
    signal?.throwIfAborted()
    if (code !== 0) throw new Problem(reasonIn(complaint, said))
    return { said, entries: entriesIn(await readFile(outcome, 'utf8').catch(() => '')) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function entriesIn(lines: string): Record<string, unknown>[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const known: [RegExp, string][] = [
  [/code: 10007\b/, 'there is no Worker yet: npx wrangler secret put SECRET makes it (docs/deploy.md)'],
  [
    /code: (10000|9109|6003)\b|Not logged in|CLOUDFLARE_API_TOKEN environment variable|Failed to fetch auth/,
    'Cloudflare refuses who asks: npx wrangler login, or look at CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID',
  ],
  [/ENOSPC/, 'the disk is full'],
  [/fetch failed|ECONNREFUSED|ENOTFOUND|EAI_AGAIN/, 'Cloudflare cannot be reached'],
]

/** Of all that wrangler says of a failure, the one thing that somebody can act on. */
function reasonIn(complaint: string, said: string): string {
  const all = stripVTControlCharacters(`${complaint}\n${said}`)
  const [, line] = known.find(([pattern]) => pattern.test(all)) ?? []
  const [, told = ''] = /\[ERROR\] ([^]*?)(?:If you think|🪵|$)/.exec(all) ?? []
  const reason = told.replaceAll(/\s+/g, ' ').trim()
  return line ? `${line}${reason ? ` (${reason})` : ''}` : reason || `wrangler ended without a word`
}
