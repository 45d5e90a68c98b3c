import { Fragment, type ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { HelpButton } from '../help/help-button'
import { LookSwitches } from '../shell/look-switches'
import './door.css'

export interface DoorPageProps {
  /** On the dark side, under the name of the program. */
  readonly panel: ReactNode
  readonly children: ReactNode
  /** `centre`: a short form in the middle. `top`: a long one that scrolls. */
  readonly place?: 'centre' | 'top'
}

/** The page before the desk: who and where at the left, the one thing to do at the right. */
export function DoorPage({ panel, children, place = 'centre' }: DoorPageProps) {
  const { t } = useMessages()
  return (
    <div className="door">
      <header className="door-panel">
        <p className="door-brand">
          <span className="door-seal" aria-hidden="true">
            {t('door.seal')}
          </span>
          {t('door.program')}
          <HelpButton />
        </p>
        {panel}
      </header>
      <main id="main" className={`door-main door-${place}`} tabIndex={-1}>
        <div className="door-form">{children}</div>
      </main>
      <footer className="door-looks">
        <LookSwitches />
      </footer>
    </div>
  )
}

/** The large name; a line breaks between words (信息 stays whole), which Chinese text alone does not tell a browser. */
export function DoorName({ children }: { readonly children: string }) {
  return (
    <p className="door-name">
      {wordsIn(children).map((word, index) => (
        <Fragment key={index}>
          {word}
          <wbr />
        </Fragment>
      ))}
    </p>
  )
}

const wordsIn = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment)

export interface DoorFact {
  readonly label: string
  readonly value: ReactNode
}

/** Ruled lines at the foot of the dark side. */
export function DoorFacts({ facts }: { readonly facts: readonly DoorFact[] }) {
  return (
    <dl className="door-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
