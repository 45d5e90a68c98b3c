import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { Field, type FieldWiring, type FieldWords } from '../fields/field'
import { Icon } from '../marks/icon'
import { DatePanel, type DayNature } from './date-panel'
import { readDate, type DateLimits, type TypedDate } from './parse-date'
import './date-field.css'

export interface DateFieldProps extends FieldWords {
  readonly value: CivilDate | null
  /** Called with every readable date within the limits; null while what stands in the field is none. */
  readonly onChange: (on: CivilDate | null) => void
  readonly today: CivilDate
  readonly earliestOn?: CivilDate | undefined
  /** `today` for a date of receipt: the future is refused with a sentence. */
  readonly latestOn?: CivilDate | undefined
  /** Marks 休 and 班 in the panel. */
  readonly natureOf?: (on: CivilDate) => DayNature
  readonly disabled?: boolean
  readonly takesFocus?: boolean
}

/** Text first: typed as clerks write dates. Down or the button opens the month, which keeps its own keys. */
export function DateField(props: DateFieldProps) {
  const translator = useMessages()
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <Field label={props.label} hint={props.hint} error={problem ?? props.error} optional={props.optional ?? false}>
      {wiring => (
        <DateBox
          {...props}
          wiring={wiring}
          onRead={read => setProblem(read.kind === 'problem' ? sentenceFor(read, translator) : null)}
        />
      )}
    </Field>
  )
}

interface DateBoxProps extends DateFieldProps {
  readonly wiring: FieldWiring
  readonly onRead: (read: TypedDate) => void
}

function DateBox(props: DateBoxProps) {
  const { value, onChange, today, wiring, onRead, disabled = false } = props
  const { t, format } = useMessages()
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const panelId = useId()
  const limits: DateLimits = { today, earliestOn: props.earliestOn, latestOn: props.latestOn }
  const shown = value ? t('dateField.day', { day: format.fullDay(value), weekday: format.weekday(value) }) : ''
  // The value follows every keystroke: a form saved with Ctrl+Enter must never hold a day that is not on screen.
  const follow = (text: string): TypedDate => {
    const read = readDate(text, limits)
    const on = read.kind === 'day' ? read.on : null
    if (on !== value) onChange(on)
    return read
  }
  const take = (text: string): void => {
    const read = follow(text)
    onRead(read)
    if (read.kind !== 'problem') setTyped(null)
  }
  const close = (): void => {
    setOpen(false)
    input.current?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && typed !== null) take(typed)
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <div className="date-box">
      <input
        {...wiring}
        ref={input}
        className="ant-input date-input"
        role="combobox"
        aria-expanded={open}
        aria-haspopup="dialog"
        aria-controls={open ? panelId : undefined}
        value={typed ?? shown}
        placeholder={t('dateField.placeholder')}
        disabled={disabled}
        autoFocus={props.takesFocus ?? false}
        autoComplete="off"
        onFocus={event => event.target.select()}
        onChange={event => {
          setTyped(event.target.value)
          follow(event.target.value)
        }}
        onBlur={() => (typed === null ? undefined : take(typed))}
        onKeyDown={onKey}
      />
      <OpenButton disabled={disabled} open={open} onOpen={() => setOpen(!open)} />
      {open ? (
        <DatePanel
          id={panelId}
          field={input as RefObject<HTMLElement | null>}
          limits={limits}
          value={value}
          natureOf={props.natureOf}
          onPick={on => {
            take(on)
            close()
          }}
          onClose={close}
          onLeave={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}

interface OpenButtonProps {
  readonly disabled: boolean
  readonly open: boolean
  readonly onOpen: () => void
}

/** For the mouse; the keyboard has Down. */
function OpenButton({ disabled, open, onOpen }: OpenButtonProps) {
  const { t } = useMessages()
  return (
    <button
      type="button"
      className="field-button date-open"
      tabIndex={-1}
      disabled={disabled}
      aria-label={t('dateField.open')}
      aria-expanded={open}
      title={t('dateField.open')}
      onMouseDown={event => event.preventDefault()}
      onClick={onOpen}
    >
      <Icon name="calendar" size={16} />
    </button>
  )
}

function sentenceFor(read: Extract<TypedDate, { kind: 'problem' }>, { t, format }: Translator): string {
  switch (read.problem) {
    case 'notADate':
      return t('dateField.notADate')
    case 'noSuchDay':
      return t('dateField.noSuchDay')
    case 'tooEarly':
      return t('dateField.tooEarly', { day: format.fullDay(read.limit) })
    case 'tooLate':
      return t('dateField.tooLate', { day: format.fullDay(read.limit) })
  }
}
