import type { AnsweredNumber, NumberView } from '../../worker/questions/number.ts'
import { rightOrNot } from './right-or-not.ts'
import type { TypePages } from './type-pages.ts'
import { TypedAnswer, TypedField } from './typed-field.tsx'

export const number: TypePages<NumberView, AnsweredNumber> = {
  ...rightOrNot,
  prompt: (t) => t('question.do.number'),
  Fields: (props) => (
    <TypedField
      {...props}
      label={props.frame.t('question.your-number')}
      look="input input--number"
      keyboard={{ inputmode: 'decimal' }}
    />
  ),
  Parts: TypedAnswer,
  isAnswered: ({ own }) => own !== '',
}
