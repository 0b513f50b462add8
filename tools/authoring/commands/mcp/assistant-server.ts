import { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'

import { affectedBy } from './affected-by.ts'
import { checkFor } from './check-for.ts'
import { readFor } from './read-for.ts'
import { writeDraft } from './write-draft.ts'

const instructions = `You help an author of short courses, written as markdown in Swedish and English. Begin with
read path "courses/README.md", the author's guide, and "courses/checks.md", what is checked. Write with draft, then check with
folder "drafts", and mend what it says. A draft is never published: a person reads it, opens every source, and moves it into
courses/. Never invent a source, a date, or the name of whoever checked something: write TODO.`

/** The tools of courses:mcp. What they refuse is one line, which the assistant reads. */
export function assistantServer(): McpServer {
  const server = new McpServer({ name: 'navet-courses', version: '1' }, { capabilities: { tools: {} }, instructions })
  server.registerTool(
    'read',
    {
      description: 'The text of a file in courses/ or drafts/; without a path the names of all of them.',
      inputSchema: z.strictObject({ path: z.string().max(300).optional() }),
      annotations: { readOnlyHint: true },
    },
    async ({ path }) => saying(await readFor(path)),
  )
  server.registerTool(
    'check',
    {
      description:
        'Every problem of courses/, or of drafts/ as if they had been moved into it: path:line:column severity ID message.',
      inputSchema: z.strictObject({ folder: z.enum(['courses', 'drafts']) }),
      annotations: { readOnlyHint: true },
    },
    async ({ folder }) => saying(await checkFor(folder)),
  )
  server.registerTool(
    'draft',
    {
      description:
        'Writes a file of a draft: COURSE/course.yml, or COURSE/sv/NAME.md or COURSE/en/NAME.md, within drafts/. One that is there is kept unless replace is true.',
      inputSchema: z.strictObject({ path: z.string().max(300), text: z.string(), replace: z.boolean().default(false) }),
      annotations: { destructiveHint: true, idempotentHint: true },
    },
    async ({ path, text, replace }) => saying(await writeDraft(path, text, replace)),
  )
  server.registerTool(
    'affected',
    {
      description:
        'What becomes of people who are learning, compared with a git revision: by courses/ as it is, or by the drafts as if they had been moved into it.',
      inputSchema: z.strictObject({
        base: z.string().min(1).max(200).default('HEAD'),
        drafts: z.boolean().default(false),
      }),
      annotations: { readOnlyHint: true },
    },
    async ({ base, drafts }) => saying(await affectedBy(base, drafts)),
  )
  return server
}

function saying(text: string) {
  return { content: [{ type: 'text' as const, text }] }
}
