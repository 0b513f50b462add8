import type { Visit } from '../visit.ts'
import { buildStatusList } from './build-status-list.ts'
import { issuerOf } from './issuer.ts'
import { signDocument } from './sign-credential.ts'
import { activeKey } from './signing-keys.ts'
import { recordStatusList, selectStaleLists } from './store.ts'

/** Signs every status list that says less than it should. One round trip, and one more when there is any. */
export async function signStatusLists({ db, settings, now }: Pick<Visit, 'db' | 'settings' | 'now'>): Promise<void> {
  const key = settings.SIGNING_KEYS && activeKey(settings.SIGNING_KEYS)
  if (!key) return

  const issuer = issuerOf(settings, key)
  const stale = await selectStaleLists(db)
  const signed = stale.map(async ({ list, revision, revoked }) => {
    const document = await buildStatusList({ list, revoked: JSON.parse(revoked), now }, issuer)
    return { list, revision, key: key.id, json: await signDocument(document, issuer, key) }
  })
  const [first, ...others] = (await Promise.all(signed)).map((list) => recordStatusList(db, list))
  if (first) await db.batch([first, ...others])
}
