import { Hono } from 'hono'

import { accounts } from './accounts/routes.ts'
import { api } from './api.ts'
import { companies } from './companies/routes.ts'
import { issuerRoutes } from './credentials/issuer-routes.tsx'
import { ownBadgeRoutes } from './credentials/own-routes.tsx'
import { verifyRoutes } from './credentials/verify-routes.tsx'
import { returnRoutes } from './credentials/return-routes.tsx'
import { credentialRoutes } from './credentials/routes.tsx'
import { devOutbox } from './dev/outbox-routes.tsx'
import { health } from './health/routes.ts'
import { statusRoutes } from './health/status-routes.tsx'
import { answerErrors } from './http/answer-errors.tsx'
import { canonicalPath } from './http/canonical-path.ts'
import { checkAccount } from './http/check-account.ts'
import { checkOrigin } from './http/check-origin.ts'
import { limitBody } from './http/limit-body.ts'
import { type App, openVisit } from './http/open-visit.ts'
import { readBody } from './http/read-body.ts'
import { RememberingRouter } from './http/remembering-router.ts'
import { requestLog } from './http/request-log.ts'
import { retryLater } from './http/retry-later.ts'
import { saneAddress } from './http/sane-address.ts'
import { securityHeaders } from './http/security-headers.ts'
import { site } from './http/site-routes.tsx'
import { keptFormRoutes } from './kept-forms/routes.tsx'
import { me } from './learning/me/routes.ts'
import { papers } from './papers/routes.tsx'
import { paths } from './learning/path-routes.tsx'
import { learning } from './learning/routes.tsx'
import { badgeTests } from './quizzes/badge-test-routes.tsx'
import { practice } from './quizzes/routes.tsx'
import { takeover } from './quizzes/takeover-routes.ts'
import { mailEventsApi, mailEventsPath, refuseStrangers } from './mail/events-api.ts'
import { mergerRoutes } from './account-mergers/routes.ts'
import { mailRoutes } from './mail/routes.tsx'
import { Refusal } from './refusal.ts'
import { privacy } from './reports/privacy-routes.ts'
import { remarkRoutes } from './remarks/routes.tsx'
import { reports } from './reports/routes.ts'

export const app = new Hono<App>({ router: new RememberingRouter() })
  .onError(answerErrors)
  .notFound((c) => answerErrors(new Refusal('not-found', 'no such page'), c))

app.use(requestLog)
app.use(securityHeaders)
app.use(canonicalPath)
app.use(retryLater)
app.route('/', health)
app.use(saneAddress)
app.use(mailEventsPath, refuseStrangers)
app.use(limitBody)
app.use(readBody)
app.use(checkOrigin)
app.use(openVisit)
app.use(checkAccount)

app.route('/', api)
app.route('/', mailEventsApi)
app.route('/', site)
app.route('/', papers)
app.route('/', learning)
app.route('/', paths)
app.route('/', remarkRoutes)
app.route('/', badgeTests)
app.route('/', practice)
app.route('/', credentialRoutes)
app.route('/', returnRoutes)
app.route('/', issuerRoutes)
app.route('/', verifyRoutes)
app.route('/', ownBadgeRoutes)
app.route('/', me)
app.route('/', takeover)
app.route('/', companies)
app.route('/', reports)
app.route('/', privacy)
app.route('/', statusRoutes)
app.route('/', accounts)
app.route('/', mergerRoutes)
app.route('/', mailRoutes)
app.route('/', keptFormRoutes)
app.route('/', devOutbox)
