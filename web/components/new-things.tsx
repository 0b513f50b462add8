import type { Frame } from '../frame.ts'

/** What a course got after its learner had finished it. */
export interface NewsView {
  count: number
  links: { href: string; text: string }[]
}

export function NewThings({ frame: { t }, news }: { frame: Frame; news: NewsView }) {
  return (
    <div class="notice new-things" role="note">
      <strong>{t('course.new', { count: news.count })}</strong>
      <ul>
        {news.links.map((link) => (
          <li>
            <a href={link.href}>{link.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
