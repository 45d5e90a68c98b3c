import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Desk } from '#shared/application/desk'
import { cardData, parseCardLine, type CardData } from '#shared/application/reception/card-reader'
import { afterStroke, type Burst } from '#shared/application/reception/keyboard-wedge'
import { isOrganisation, type RegistrationForm } from '#shared/application/reception/registration-form'
import { groupedIdNumber } from './id-number-text'
import type { Registration } from './use-registration'

export type CardState =
  | { readonly kind: 'idle' | 'reading' }
  | { readonly kind: 'read'; readonly name: string }
  | { readonly kind: 'notRead'; readonly why: 'noReader' | 'noAnswer' | 'noCard' | 'unreadable' }

export interface CardReading {
  /** A reader that can be asked is set up on this machine. */
  readonly canRead: boolean
  readonly state: CardState
  readonly read: () => void
}

/** Cards that type themselves, and cards that are asked for. Either fills name and number and goes to the next field. */
export function useCardReader(
  desk: Desk,
  registration: Registration,
  {
    page,
    focusNext,
  }: { readonly page: RefObject<HTMLElement | null>; readonly focusNext: (form: RegistrationForm) => void },
): CardReading {
  const [state, setState] = useState<CardState>({ kind: 'idle' })
  const [canRead, setCanRead] = useState(false)
  const { cards, today } = desk
  useEffect(() => {
    let isHere = true
    void cards.isSetUp().then(isSetUp => (isHere ? setCanRead(isSetUp) : undefined))
    return () => {
      isHere = false
    }
  }, [cards])
  const take = (card: CardData, before: RegistrationForm = registration.current()): void => {
    registration.change({ ...before, ...filledFrom(card, before) })
    setState({ kind: 'read', name: card.name || groupedIdNumber(card.idNumber).slice(0, 6) })
    focusNext(before)
  }
  useWedge(page, { current: registration.current, parse: line => parseCardLine(line, today), take })
  const read = async (): Promise<void> => {
    setState({ kind: 'reading' })
    const answer = await cards.read()
    if (answer.outcome === 'notRead') return setState({ kind: 'notRead', why: answer.why })
    const card = cardData(answer, today)
    if (card) take(card)
    else setState({ kind: 'notRead', why: 'unreadable' })
  }
  return { canRead, state, read: () => void read() }
}

/** Whoever stands at the counter: the natural person, or who acts for the organisation. */
function filledFrom(
  { name, idKind = 'residentId', ...card }: CardData,
  form: RegistrationForm,
): Partial<RegistrationForm> {
  const idNumber =
    idKind === 'residentId' || idKind === 'residencePermit' ? groupedIdNumber(card.idNumber) : card.idNumber
  const person = { idKind, idNumber, ...(name ? { name } : {}) }
  if (isOrganisation(form)) return { acting: { ...form.acting, ...person } }
  return { ...person, ...(form.route === 'post' && card.address ? { postalAddress: card.address } : {}) }
}

interface WedgeParts {
  readonly current: () => RegistrationForm
  readonly parse: (line: string) => CardData | null
  /** `before` is the form as it stood before the card typed itself into a field. */
  readonly take: (card: CardData, before: RegistrationForm) => void
}

function useWedge(page: RefObject<HTMLElement | null>, parts: WedgeParts): void {
  const latest = useRef(parts)
  useLayoutEffect(() => {
    latest.current = parts
  })
  useLayoutEffect(() => {
    const form = page.current
    if (!form) return
    let burst: Burst | null = null
    let before: RegistrationForm | null = null
    const listen = (event: KeyboardEvent): void => {
      if (isCommand(event)) return void (burst = null)
      const after = afterStroke(burst, { key: event.key, at: event.timeStamp, isRepeat: event.repeat })
      burst = after.burst
      if (burst?.text === event.key) before = latest.current.current() // the first key of what may be a card
      const card = after.line === null ? null : latest.current.parse(after.line)
      if (after.swallows || card) swallow(event)
      if (card && before) latest.current.take(card, before)
    }
    form.addEventListener('keydown', listen, true)
    return () => form.removeEventListener('keydown', listen, true)
  }, [page])
}

const isCommand = ({ ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey || isComposing

/** The Enter or Tab of a reader is no Enter or Tab of a person. */
function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
