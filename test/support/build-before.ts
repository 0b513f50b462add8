import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { knownMigrations, newestNeeded } from '../../formats/migrations.ts'

/** But for one that takes something away: that one waits for the build that knows it. */
const newest = knownMigrations.find(({ when }) => when === newestNeeded)!

/**
 * A checkout of a repository as it was before its newest migration, with today's packages: `npm start` there builds it,
 * once. Where the migration is not committed yet it is the last commit. Throws where the history is not there: which build
 * served before is then not known.
 */
export function checkoutBeforeNewestMigration(root: string): string {
  const commit = commitBefore(root, `migrations/${newest.tag}.sql`)
  const builds = join(root, 'test-output/builds')
  const folder = join(builds, commit)
  if (existsSync(folder)) return folder

  rmSync(builds, { recursive: true, force: true })
  const aside = join(builds, `${commit}.aside`)
  mkdirSync(aside, { recursive: true })
  const archive = `${aside}.tar`
  writeFileSync(archive, git(root, 'archive', commit))
  execFileSync('tar', ['-xf', archive, '-C', aside])
  rmSync(archive)
  symlinkSync(join(root, 'node_modules'), join(aside, 'node_modules'), 'dir')
  renameSync(aside, folder)
  return folder
}

function commitBefore(root: string, migration: string): string {
  if (said(root, 'rev-parse', '--is-shallow-repository') !== 'false')
    throw new Error(
      `what served before ${migration} is found in the history, which this clone lacks: git fetch --unshallow`,
    )
  const added = said(root, 'log', '--diff-filter=A', '--format=%H', '-1', '--', migration)
  return said(root, 'rev-parse', added ? `${added}^` : 'HEAD')
}

function said(root: string, ...words: string[]): string {
  return git(root, ...words)
    .toString()
    .trim()
}

function git(root: string, ...words: string[]): Buffer {
  try {
    return execFileSync('git', words, { cwd: root, maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    throw new Error('what served before the newest migration is found in the history: run this in a clone, with git', {
      cause: error,
    })
  }
}
