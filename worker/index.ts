import { app } from './app.ts'
import { arriving, workingFor } from './db/arrival.ts'
import type { Bindings } from './env.ts'

export default {
  fetch(request, bindings, context) {
    const answer = arriving(request, context, async () => app.fetch(request, bindings, context))
    // Somebody who leaves while we work leaves nothing half done, and no place taken in the line to the database.
    context.waitUntil(answer.catch(() => undefined))
    return answer
  },
  scheduled: (event, bindings, context) =>
    workingFor(context, async () => {
      const { scheduled } = await import('./scheduled.ts')
      return scheduled(event, bindings)
    }),
} satisfies ExportedHandler<Bindings>
