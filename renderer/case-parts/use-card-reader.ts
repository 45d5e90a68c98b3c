import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Desk } from '#shared/application/desk'
import { cardData, parseCardLine, type CardData } from '#shared/application/reception/card-reader'
import { afterStroke, type Burst } from '#shared/application/reception/keyboard-wedge'

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

export interface CardParts<F> {
  /** Where a reader that poses as a keyboard may type. */
  readonly page: RefObject<HTMLElement | null>
  readonly form: F
  /** `before` is the form as it stood before the card typed itself into a field. */
  readonly take: (card: CardData, before: F) => void
}

/** Cards that type themselves, and cards that are asked for. Either way the form is given what stands on the card. */
export function useCardReader<F>(
  { cards, today }: Pick<Desk, 'cards' | 'today'>,
  { page, form, take }: CardParts<F>,
): CardReading {
  const [state, setState] = useState<CardState>({ kind: 'idle' })
  const [canRead, setCanRead] = useState(false)
  const latest = useRef(form)
  useLayoutEffect(() => {
    latest.current = form
  })
  useEffect(() => {
    let isHere = true
    void cards.isSetUp().then(isSetUp => (isHere ? setCanRead(isSetUp) : undefined))
    return () => {
      isHere = false
    }
  }, [cards])
  const taken = (card: CardData, before: F): void => {
    take(card, before)
    setState({ kind: 'read', name: card.name || card.idNumber.slice(0, 6) })
  }
  useWedge({ page, form, parse: line => parseCardLine(line, today), take: taken })
  const read = async (): Promise<void> => {
    setState({ kind: 'reading' })
    const answer = await cards.read()
    if (answer.outcome === 'notRead') return setState({ kind: 'notRead', why: answer.why })
    const card = cardData(answer, today)
    if (card) taken(card, latest.current)
    else setState({ kind: 'notRead', why: 'unreadable' })
  }
  return { canRead, state, read: () => void read() }
}

interface WedgeParts<F> extends CardParts<F> {
  readonly parse: (line: string) => CardData | null
}

/** Listens above the page, which may be a dialog that is drawn a moment later than whoever listens. */
function useWedge<F>(parts: WedgeParts<F>): void {
  const latest = useRef(parts)
  useLayoutEffect(() => {
    latest.current = parts
  })
  useLayoutEffect(() => {
    let burst: Burst | null = null
    let before: { readonly form: F } | null = null
    const listen = (event: KeyboardEvent): void => {
      const { page, form, parse, take } = latest.current
      if (isCommand(event) || !isWithin(page, event)) return void (burst = null)
      const after = afterStroke(burst, { key: event.key, at: event.timeStamp, isRepeat: event.repeat })
      burst = after.burst
      if (burst?.text === event.key) before = { form } // the first key of what may be a card
      const card = after.line === null ? null : parse(after.line)
      if (after.swallows || card) swallow(event)
      if (card && before) take(card, before.form)
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
}

const isWithin = (page: RefObject<HTMLElement | null>, { target }: Event): boolean =>
  page.current?.contains(target as Node) ?? false

const isCommand = ({ ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey || isComposing

/** The Enter or Tab of a reader is no Enter or Tab of a person. */
function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
