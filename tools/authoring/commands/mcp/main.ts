import { parseArgs } from 'node:util'

import { serveStdio } from '@modelcontextprotocol/server/stdio'

import { runCommand } from '../command.ts'
import { assistantServer } from './assistant-server.ts'

const usage = `npm run -s courses:mcp

Serves an assistant that helps an author, over standard input and output (Model Context Protocol): it reads courses/ and
drafts/, checks both, is told what a change does to people, and writes into drafts/ and nowhere else. What lies there is
neither compiled nor served. Of courses/ the questions of badge tests and of the knowledge check are not given to it,
nor is a private folder.

Name it to the assistant's program as a command: npm run -s courses:mcp, started in this folder. It ends when its input does.

Exit codes: 0 ended, 2 wrong call.`

await runCommand(usage, () => {
  // Throws for any word or option, in one line.
  parseArgs({ options: {} })
  // Whatever is read or checked from here on is read without it.
  delete process.env.COURSES_PRIVATE
  serveStdio(assistantServer, { onerror: (error) => console.error(error.message) })
  return Promise.resolve(0)
})
