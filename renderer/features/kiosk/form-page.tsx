import { useState } from 'react'
import { createPortal } from 'react-dom'
import { digitsOfSlip, longestOnSlip, type ApplicationSlip } from '#shared/application/kiosk/application-slip'
import { useMessages } from '../../i18n/messages-provider'
import { BigAct } from './big-act'
import { BigField } from './big-field'
import { ApplicationPaper } from './application-paper'
import type { KioskScreenProps } from './kiosk-context'
import { PrintNote } from './print-note'
import { usePrinting } from './use-printing'

const empty: ApplicationSlip = {
  ...{ name: '', phone: '', postalAddress: '', email: '', description: '' },
  ...({ medium: 'paper', route: 'collect' } as const),
}
const mediums = ['paper', 'electronic', 'inspection'] as const
const routes = ['collect', 'post', 'email'] as const

type Typed = keyof typeof longestOnSlip

/** An application that prints. What is typed lies in this page's memory, on the paper, and nowhere else. */
export function FormPage({ desk, about }: KioskScreenProps) {
  const { t } = useMessages()
  const [slip, setSlip] = useState(empty)
  const [wasTried, setTried] = useState(false)
  const printing = usePrinting(desk)
  const change = (part: Partial<ApplicationSlip>) => setSlip(before => ({ ...before, ...part }))
  const missing = neededOf(slip).filter(field => slip[field].trim() === '')
  const print = () => {
    setTried(true)
    if (missing.length === 0) printing.print(t('kiosk.paper.title'))
  }
  const field = (name: Typed, more: { readonly lines?: number; readonly inputMode?: 'tel' | 'email' } = {}) => (
    <BigField
      key={name}
      label={t(`kiosk.form.${name}`)}
      value={slip[name]}
      most={longestOnSlip[name]}
      onChange={value => change({ [name]: value })}
      {...more}
    />
  )
  return (
    <div className="kiosk-apply">
      <h1>{t('kiosk.form')}</h1>
      <p className="kiosk-note">{t('kiosk.form.note')}</p>
      <form
        className="kiosk-form"
        onSubmit={event => {
          event.preventDefault()
          print()
        }}
      >
        {field('name')}
        {field('phone', { inputMode: 'tel' })}
        {field('description', { lines: 4 })}
        <Choice
          legend={t('kiosk.form.medium')}
          choices={mediums.map(value => ({ value, label: t(`kiosk.form.medium.${value}`) }))}
          chosen={slip.medium}
          onChoose={medium => change({ medium })}
        />
        <Choice
          legend={t('kiosk.form.route')}
          choices={routes.map(value => ({ value, label: t(`kiosk.form.route.${value}`) }))}
          chosen={slip.route}
          onChoose={route => change({ route })}
        />
        {slip.route === 'post' ? field('postalAddress') : null}
        {slip.route === 'email' ? field('email', { inputMode: 'email' }) : null}
        {wasTried && missing.length > 0 ? (
          <p role="alert" className="kiosk-error">
            {t('kiosk.form.missing', { fields: missing.map(name => t(`kiosk.form.${name}`)).join('、') })}
          </p>
        ) : null}
        <BigAct kind="main" icon="print" type="submit" onAct={print}>
          {t('kiosk.form.print')}
        </BigAct>
      </form>
      <PrintNote state={printing.state} done={t('kiosk.form.printed')} />
      {missing.length === 0
        ? createPortal(
            <ApplicationPaper slip={slip} officeName={about.officeName} qr={desk.qrOf(digitsOfSlip(slip))} />,
            document.body,
          )
        : null}
    </div>
  )
}

/** Art. 29: name, contact, what is asked for; and where it is to go. */
function neededOf({ route }: ApplicationSlip): Typed[] {
  const always: Typed[] = ['name', 'phone', 'description']
  return route === 'post' ? [...always, 'postalAddress'] : route === 'email' ? [...always, 'email'] : always
}

interface ChoiceProps<Value extends string> {
  readonly legend: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly chosen: string
  readonly onChoose: (value: Value) => void
}

function Choice<Value extends string>({ legend, choices, chosen, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="kiosk-choice">
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className="kiosk-option">
          <input type="radio" name={legend} checked={chosen === value} onChange={() => onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
