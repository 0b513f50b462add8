import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

import { isThere } from '../../../command/is-there.ts'
import { CannotGoOn, runCommand, WrongUse } from '../command.ts'
import { editorFiles, settingsPath, withSchemas } from './editor-files.ts'

const usage = `npm run -s courses:schema -- [FOLDER] [--check]

Writes into FOLDER/.vscode (FOLDER is this repository, or a folder with private courses) what an editor needs to help an
author: a JSON Schema of every YAML file, of a lesson's front matter and of a question's comment, the settings that tie
them to the files (extension YAML by Red Hat), and snippets for a question of each type. Other settings stay as they are.

  --check   writes nothing, and says what is not as it would be written

Exit codes: 0 done, 1 it cannot be written or --check found something, 2 wrong call.`

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  })
  if (positionals.length > 1) throw new WrongUse('name one folder only')
  const [folder = '.'] = positionals
  if (!isThere(folder)) throw new CannotGoOn(`there is no folder ${folder}`)

  const files = [...editorFiles, [settingsPath, withSchemas(await textIn(join(folder, settingsPath)))] as const]
  let behind = 0
  for (const [path, text] of files) {
    const file = join(folder, path)
    if ((await textIn(file)) === text) continue
    behind += 1
    if (!values.check) await write(file, text)
    console.log(values.check ? `${path} is not as courses:schema writes it` : `written: ${path}`)
  }
  if (behind === 0) console.log('everything is there already')
  return values.check && behind > 0 ? 1 : 0
})

async function textIn(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new CannotGoOn(`${file} cannot be read: ${(error as Error).message}`)
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  } catch (error) {
    throw new CannotGoOn(`${file} cannot be written: ${(error as Error).message}`)
  }
}
