import { ErrorSummary } from '../../components/error-summary.tsx'
import { Tick } from '../../components/field.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'
import { ProblemSummary, type SignInProblem } from './sign-in-page.tsx'

const kinds = ['lessons', 'courses', 'badges', 'tests', 'answers'] as const
const doubles = ['courses', 'badges', 'openTests'] as const

interface OneAccount {
  addresses: string[]
  /** In words. */
  day: string
  isHere: boolean
  counts: Record<(typeof kinds)[number], number>
}

export interface MergerView {
  stays: OneAccount
  ends: OneAccount
  /** How many are in both. */
  twice: Record<(typeof doubles)[number], number>
  companies: { name: string; role: 'owner' | 'manager' | 'member'; isBoth: boolean }[]
}

interface MergerPreviewPageProps {
  frame: LateFrame
  view: MergerView
  problem?: 'unsure' | Exclude<SignInProblem, 'invalid'> | undefined
}

/** What will be when two accounts are one, before anything is done. */
export function MergerPreviewPage({ frame, view, problem }: MergerPreviewPageProps) {
  const { t } = frame
  return (
    <Layout frame={frame} title={t('account.merger.preview.title')} noindex isFault={problem !== undefined}>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <h1>{t('account.merger.preview.title')}</h1>
            <p class="lead">{t('account.merger.preview.lead')}</p>
            {problem ? <PreviewFault frame={frame} problem={problem} /> : null}
            <Accounts frame={frame} view={view} />
            <Counts frame={frame} view={view} />
            <Doubles frame={frame} twice={view.twice} />
            <Companies frame={frame} companies={view.companies} />
          </div>
        </section>
        <Decision frame={frame} />
      </main>
    </Layout>
  )
}

function PreviewFault({
  frame,
  problem,
}: {
  frame: LateFrame
  problem: NonNullable<MergerPreviewPageProps['problem']>
}) {
  const { t } = frame
  if (problem !== 'unsure') return <ProblemSummary frame={frame} problem={problem} inField="" />
  return (
    <ErrorSummary
      title={t('account.merger.preview.problem')}
      faults={[{ field: 'sure', text: t('account.merger.preview.unsure') }]}
    />
  )
}

function Accounts({ frame: { t }, view: { stays, ends } }: Pick<MergerPreviewPageProps, 'frame' | 'view'>) {
  return (
    <>
      <h2>{t('account.merger.preview.stays')}</h2>
      <Addresses t={t} of={stays} />
      <p>
        {t('account.merger.preview.since', { day: stays.day })} {stays.isHere ? t('account.merger.preview.here') : ''}
      </p>
      <h2>{t('account.merger.preview.ends')}</h2>
      <Addresses t={t} of={ends} />
      <p>
        {t('account.merger.preview.from', { day: ends.day })} {ends.isHere ? t('account.merger.preview.moves') : ''}{' '}
        {t('account.merger.preview.addresses')}
      </p>
    </>
  )
}

function Addresses({ t, of: { addresses } }: { t: LateFrame['t']; of: OneAccount }) {
  if (addresses.length === 0) return <p>{t('account.merger.preview.no-address')}</p>
  return (
    <ul class="bullets">
      {addresses.map((email) => (
        <li>
          <strong>{email}</strong>
        </li>
      ))}
    </ul>
  )
}

function Counts({ frame: { t }, view: { stays, ends } }: Pick<MergerPreviewPageProps, 'frame' | 'view'>) {
  return (
    <>
      <h2 id="have">{t('account.merger.preview.have')}</h2>
      <table class="table table--grid measure" aria-labelledby="have">
        <thead>
          <tr>
            <th scope="col">{t('account.merger.preview.kind')}</th>
            <th scope="col" class="num">
              {t('account.merger.preview.in-stays')}
            </th>
            <th scope="col" class="num">
              {t('account.merger.preview.in-ends')}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr>
              <th scope="row">{t(`account.merger.preview.${kind}`)}</th>
              <td class="num">{stays.counts[kind]}</td>
              <td class="num">{ends.counts[kind]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('account.merger.preview.all')}</p>
    </>
  )
}

function Doubles({ frame: { t }, twice }: { frame: LateFrame; twice: MergerView['twice'] }) {
  const there = doubles.filter((kind) => twice[kind] > 0)
  if (there.length === 0) return null
  return (
    <>
      <h2>{t('account.merger.preview.twice')}</h2>
      <ul class="bullets">
        {there.map((kind) => (
          <li>{t(`account.merger.preview.twice.${kind}`, { count: twice[kind] })}</li>
        ))}
      </ul>
    </>
  )
}

function Companies({ frame: { t }, companies }: { frame: LateFrame; companies: MergerView['companies'] }) {
  return (
    <>
      <h2>{t('account.merger.preview.companies')}</h2>
      {companies.length === 0 ? (
        <p>{t('account.merger.preview.none')}</p>
      ) : (
        <>
          <ul class="bullets">
            {companies.map(({ name, role, isBoth }) => (
              <li>
                {t(isBoth ? 'account.merger.preview.company.both' : 'account.merger.preview.company', { name, role })}
              </li>
            ))}
          </ul>
          <p class="measure">{t('account.merger.preview.seen')}</p>
          <p class="measure">{t('account.merger.preview.ticks')}</p>
        </>
      )}
    </>
  )
}

function Decision({ frame: { t, locale } }: { frame: LateFrame }) {
  return (
    <section class="section f-sunk" aria-labelledby="decide">
      <div class="wrap stack">
        <h2 id="decide">{t('account.merger.preview.do')}</h2>
        <p class="measure">{t('account.merger.preview.do.text')}</p>
        <form class="form" method="post" action={urls.accountMergerPreview(locale)}>
          <Tick name="sure" id="sure">
            {t('account.merger.preview.sure')}
          </Tick>
          <p>{t('account.merger.preview.code')}</p>
          <button class="button">{t('account.merger.preview.go')}</button>
          <p>
            <a href={urls.me(locale)}>{t('account.merger.preview.not')}</a>
          </p>
        </form>
      </div>
    </section>
  )
}
