import type { Frame } from '../../frame.ts'
import { starterWords } from '../../messages/starter.ts'
import { Part, TextPage } from '../papers/text-page.tsx'

/** `href` is undefined while the lesson is still to come. */
interface LessonOfMeeting {
  title: string
  course: string
  href: string | undefined
  minutes: number
}

interface Meeting {
  title: string
  say: string
  lessons: (LessonOfMeeting & { ask: string[] })[]
  after: string[]
}

export interface StarterPageProps {
  frame: Frame
  meetings: Meeting[]
  alone: LessonOfMeeting[]
}

/** What a leader has in front of them at the first meetings: to read from top to bottom, and to print. */
export function StarterPage({ frame, meetings, alone }: StarterPageProps) {
  const t = starterWords(frame.locale)
  return (
    <TextPage frame={{ ...frame, section: 'courses' }} title={t('starter.title')} lead={t('starter.lead')}>
      <Part title={t('starter.before.title')}>
        <ul>
          <li>{t('starter.before.read')}</li>
          <li>{t('starter.before.print')}</li>
          <li>{t('starter.before.links')}</li>
          <li>{t('starter.before.no-test')}</li>
        </ul>
      </Part>
      <Part title={t('starter.each.title')}>
        <ol>
          <li>
            <p>{t('starter.each.read')}</p>
          </li>
          <li>
            <p>{t('starter.each.think')}</p>
          </li>
          <li>
            <p>{t('starter.each.pairs')}</p>
          </li>
          <li>
            <p>{t('starter.each.all')}</p>
          </li>
        </ol>
      </Part>
      {meetings.map((meeting, i) => (
        <MeetingPart frame={frame} meeting={meeting} number={i + 1} />
      ))}
      {alone.length > 0 ? (
        <Part title={t('starter.alone.title')}>
          <p>{t('starter.alone.text')}</p>
          <ul>
            {alone.map((lesson) => (
              <li>
                {linked(lesson)}
                <WhereFrom frame={frame} lesson={lesson} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title={t('starter.stuck.title')}>
        <ul>
          <li>{t('starter.stuck.silent')}</li>
          <li>{t('starter.stuck.worried')}</li>
          <li>{t('starter.stuck.mistake')}</li>
          <li>{t('starter.stuck.expert')}</li>
        </ul>
      </Part>
    </TextPage>
  )
}

function MeetingPart({ frame, meeting, number }: { frame: Frame; meeting: Meeting; number: number }) {
  const t = starterWords(frame.locale)
  return (
    <Part title={t('starter.meeting', { number, title: meeting.title })}>
      <h3>{t('starter.say')}</h3>
      <blockquote class="quote">
        <p>{meeting.say}</p>
      </blockquote>
      {meeting.lessons.map(({ ask, ...lesson }) => (
        <>
          <h3>{linked(lesson)}</h3>
          <WhereFrom frame={frame} lesson={lesson} />
          <p>{t('starter.ask')}:</p>
          <ul>
            {ask.map((question) => (
              <li>{question}</li>
            ))}
          </ul>
        </>
      ))}
      <h3>{t('starter.after')}</h3>
      <ul>
        {meeting.after.map((thing) => (
          <li>{thing}</li>
        ))}
      </ul>
    </Part>
  )
}

function linked({ title, href }: LessonOfMeeting) {
  return href ? <a href={href}>{title}</a> : title
}

function WhereFrom({ frame, lesson: { course, href, minutes } }: { frame: Frame; lesson: LessonOfMeeting }) {
  const t = starterWords(frame.locale)
  return <p class="soft">{href ? t('starter.course', { course, minutes }) : t('starter.coming', { course })}</p>
}
