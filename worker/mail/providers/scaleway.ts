import { z } from 'zod'

import { outcomeOfStatus, type Provider } from '../http-transport.ts'

/** What the API calls wrong in a request. */
const Fault = z.object({ details: z.array(z.object({ argument_name: z.string() })).optional() })

/**
 * Scaleway Transactional Email, which sends from and keeps its data in France. Source: its API reference,
 * `POST /transactional-email/v1alpha1/regions/{region}/emails`, which answers once the mail is queued there. It gives
 * each mail a Message-ID of its own: ours goes along as a field.
 */
export function scaleway(
  { region, project }: { region: string; project: string },
  token: string,
  api = 'https://api.scaleway.com',
): Provider {
  return {
    request: ({ from, replyTo, to, subject, text, html, headers, messageId }) => ({
      url: `${api}/transactional-email/v1alpha1/regions/${region}/emails`,
      headers: { 'x-auth-token': token },
      body: {
        from,
        to: [{ email: to }],
        subject,
        text,
        html,
        project_id: project,
        additional_headers: Object.entries({
          ...headers,
          ...(replyTo ? { 'Reply-To': replyTo } : {}),
          'X-Navet-Message-ID': messageId,
        }).map(([key, value]) => ({ key, value })),
      },
    }),
    outcomeOf(status, body) {
      const fault = status === 400 ? Fault.safeParse(body) : undefined
      const isAddress = fault?.data?.details?.some(({ argument_name: name }) => /^to\b/.test(name))
      return isAddress ? { kind: 'refused', reason: 'mailbox' } : outcomeOfStatus(status)
    },
  }
}
