import type { AnsweredText, TextView } from '../../worker/questions/text.ts'
import { rightOrNot } from './right-or-not.ts'
import type { TypePages } from './type-pages.ts'
import { TypedAnswer, TypedField } from './typed-field.tsx'

export const text: TypePages<TextView, AnsweredText> = {
  ...rightOrNot,
  prompt: (t) => t('question.do.text'),
  Fields: (props) => (
    <TypedField
      {...props}
      label={props.frame.t('question.your-text')}
      look="input"
      keyboard={{ autocapitalize: 'off' }}
    />
  ),
  Parts: TypedAnswer,
  isAnswered: ({ own }) => own !== '',
}
