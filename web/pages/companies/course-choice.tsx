import { Choice, FieldError, Tick } from '../../components/field.tsx'

interface CourseChoiceProps {
  legend: string
  all: string
  allHint?: string
  some: string
  courses: { id: string; title: string }[]
  /** `all` or `some`. */
  share: string | undefined
  chosen: readonly string[]
  error?: string | undefined
}

/** All courses or some: a choice of one, so that a tick never means more than itself. */
export function CourseChoice({ legend, all, allHint, some, courses, share, chosen, error }: CourseChoiceProps) {
  return (
    <fieldset class="field" id="courses" {...(error ? { 'aria-describedby': 'courses-error' } : {})}>
      <legend class="field__legend">{legend}</legend>
      {error ? <FieldError name="courses" error={error} /> : null}
      <div class="options">
        <Choice name="share" value="all" checked={share === 'all'} {...(allHint ? { hint: allHint } : {})}>
          {all}
        </Choice>
        <Choice name="share" value="some" checked={share === 'some'}>
          {some}
        </Choice>
        <div class="options options--nested" role="group" aria-label={some}>
          {courses.map((course) => (
            <Tick name="courses" value={course.id} checked={chosen.includes(course.id)}>
              {course.title}
            </Tick>
          ))}
        </div>
      </div>
    </fieldset>
  )
}
