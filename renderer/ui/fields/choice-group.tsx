import { useId, useRef, type ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Key } from '../acts/key'
import { ariaShortcut, type Shortcut } from '../acts/shortcut'
import { useShortcuts } from '../acts/use-shortcuts'
import { Icon } from '../marks/icon'
import { FieldNote, OptionalNote, type FieldWords } from './field'
import './fields.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly note?: ReactNode
  readonly keys?: Shortcut
  /** Stays readable; the sentence is shown in its place. */
  readonly disabledBecause?: string | undefined
}

export interface ChoiceGroupProps<Value extends string> extends FieldWords {
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** `buttons` joined in a row, `inline` radios in a row, `list` one under another with notes. */
  readonly look?: 'buttons' | 'inline' | 'list'
  /** The label is read but not shown, where a heading above says it. */
  readonly labelUnseen?: boolean
  /** The keyboard starts here: at what is chosen, else at the first. */
  readonly takesFocus?: boolean
}

/** Native radios: one Tab stop, arrows choose, and readers need no help. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { label, hint, error, optional = false, choices, value, onChange, look = 'buttons' } = props
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const bindings = choices.flatMap(choice =>
    choice.keys && choice.disabledBecause === undefined
      ? [{ keys: choice.keys, run: () => onChange(choice.value) }]
      : [],
  )
  const first = choices.find(choice => choice.value === value) ?? choices[0]
  useShortcuts(bindings, { owner: group, enabled: bindings.length > 0 })
  return (
    <fieldset
      ref={group}
      className="field choices-field"
      aria-describedby={error || hint ? `${id}-note` : undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={props.labelUnseen ? 'unseen' : 'field-label'}>
        {label}
        {optional ? <OptionalNote /> : null}
      </legend>
      <div className={`choices choices-${look}`}>
        {choices.map(choice => (
          <ChoiceRow
            key={choice.value}
            choice={choice}
            name={id}
            chosen={choice.value === value}
            takesFocus={props.takesFocus === true && choice === first}
            onChoose={onChange}
          />
        ))}
      </div>
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </fieldset>
  )
}

interface ChoiceRowProps<Value extends string> {
  readonly choice: Choice<Value>
  readonly name: string
  readonly chosen: boolean
  readonly takesFocus: boolean
  readonly onChoose: (value: Value) => void
}

function ChoiceRow<Value extends string>({ choice, name, chosen, takesFocus, onChoose }: ChoiceRowProps<Value>) {
  const { t } = useMessages()
  const disabled = choice.disabledBecause !== undefined
  return (
    <label className={`choice${chosen ? ' chosen' : ''}${disabled ? ' choice-off' : ''}`}>
      <input
        type="radio"
        className="choice-dot"
        name={name}
        value={choice.value}
        checked={chosen}
        autoFocus={takesFocus}
        disabled={disabled}
        aria-keyshortcuts={choice.keys ? ariaShortcut(choice.keys) : undefined}
        onChange={() => onChoose(choice.value)}
      />
      <span className="choice-words">
        <span className="choice-label">{choice.label}</span>
        {choice.note ? <span className="choice-note">{choice.note}</span> : null}
        {disabled ? (
          <span className="choice-note choice-why">
            <Icon name="lock" size={14} />
            {t('choice.notAvailable', { why: choice.disabledBecause ?? '' })}
          </span>
        ) : null}
      </span>
      {choice.keys && !disabled ? <Key keys={choice.keys} /> : null}
    </label>
  )
}
