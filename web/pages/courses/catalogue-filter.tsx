import type { AreaId, Level } from '../../../formats/catalogue/catalogue.ts'
import { urls } from '../../urls.ts'
import type { Frame } from '../../frame.ts'
import { kept } from '../../html/kept.ts'
import type { AreaView } from './area-list.tsx'

interface CatalogueFilterProps {
  frame: Frame
  areas: AreaView[]
  choice: { level: Level | undefined; area: AreaId | undefined }
}

export function CatalogueFilter(props: CatalogueFilterProps) {
  const { areas, choice } = props
  return kept(areas, `filter ${choice.level} ${choice.area}`, () => <DrawnFilter {...props} />)
}

function DrawnFilter({ frame, areas, choice }: CatalogueFilterProps) {
  const { t, locale } = frame
  const levels = areas[0]?.levels ?? []
  return (
    <form class="filter" method="get" action={urls.catalogue(locale)}>
      <fieldset>
        <legend>{t('catalogue.level')}</legend>
        <label class="chip">
          <input type="radio" name="level" value="" checked={choice.level === undefined} />
          <span>{t('catalogue.level.all')}</span>
        </label>
        {levels.map((level) => (
          <label class="chip">
            <input type="radio" name="level" value={level.level} checked={choice.level === level.level} />
            <span>{level.name}</span>
          </label>
        ))}
      </fieldset>
      <div>
        <label class="label" for="area">
          {t('catalogue.area')}
        </label>
        <select class="select" id="area" name="area">
          <option value="">{t('catalogue.area.all')}</option>
          {areas.map((area) => (
            <option value={area.id} selected={choice.area === area.id}>
              {area.name}
            </option>
          ))}
        </select>
      </div>
      <button class="button button--plain">{t('catalogue.show')}</button>
    </form>
  )
}
