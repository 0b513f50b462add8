import { pageAssets } from 'virtual:page-assets'

import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import type { Child } from '../../html/html.ts'

/** My learning: the frame around the slots, which stand in it from the most urgent to the least. */
export function MePage({ frame, children }: { frame: Frame; children?: Child }) {
  return (
    <Layout frame={frame} styles={pageAssets.meStyles} title={frame.t('account.me.title')} noindex>
      <main id="content" tabindex={-1}>
        {children}
      </main>
    </Layout>
  )
}
