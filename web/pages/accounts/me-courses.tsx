import type { Frame } from '../../frame.ts'
import { MeCourse, type MyCourse } from './me-course.tsx'

/** How far somebody is in each course they began. */
export function MeCourses({ frame, courses }: { frame: Frame; courses: MyCourse[] }) {
  return (
    <section class="section" aria-labelledby="my-courses">
      <div class="wrap">
        <h2 id="my-courses">{frame.t('account.me.courses')}</h2>
        <ul class="me-courses">
          {courses.map((course) => (
            <MeCourse frame={frame} course={course} />
          ))}
        </ul>
      </div>
    </section>
  )
}
