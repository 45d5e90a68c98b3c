import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../acts/text-link'
import { Mark, type Flag } from '../marks/mark'
import { useClipboard } from '../acts/clipboard'
import { useToast } from './use-toast'
import './states.css'

export interface KeptThing {
  readonly flag?: Flag
  readonly what: ReactNode
  readonly state: ReactNode
}

export interface ErrorPanelProps {
  /** What happened, in one sentence. */
  readonly title: ReactNode
  readonly children?: ReactNode
  /** What was kept and what was not; first thing a person asks. */
  readonly kept?: readonly KeptThing[]
  /** The next acts; the first is the one to take, and takes focus. */
  readonly acts?: ReactNode
  /** For the administrator; carries no name and no content. */
  readonly reference?: string
  /** False inside a page that keeps its own focus. */
  readonly takesFocus?: boolean
}

export function ErrorPanel({ title, children, kept = [], acts, reference, takesFocus = true }: ErrorPanelProps) {
  const { t } = useMessages()
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) panel.current?.querySelector<HTMLElement>('.state-acts button')?.focus()
  }, [takesFocus])
  return (
    <section ref={panel} className="trouble" role="alert" aria-labelledby={id}>
      <div className="trouble-head">
        <Mark flag="late" />
        <div>
          <h2 id={id}>{title}</h2>
          {children ? <p>{children}</p> : null}
        </div>
      </div>
      {kept.length > 0 ? (
        <>
          <h3>{t('error.kept')}</h3>
          <ul className="trouble-kept">
            {kept.map((thing, index) => (
              <li key={index}>
                <Mark flag={thing.flag ?? 'done'} />
                <span>{thing.what}</span>
                <span>{thing.state}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {acts ? (
        <>
          <h3>{t('error.next')}</h3>
          <div className="state-acts">{acts}</div>
        </>
      ) : null}
      {reference ? <Reference reference={reference} /> : null}
    </section>
  )
}

function Reference({ reference }: { readonly reference: string }) {
  const { t } = useMessages()
  const tell = useToast()
  const putOnClipboard = useClipboard()
  const copy = async (): Promise<void> => {
    tell((await putOnClipboard(reference)) ? t('error.copied') : t('error.copyFailed', { reference }))
  }
  return (
    <p className="trouble-reference">
      {t('error.reference')}
      <span>{reference}</span>
      <TextLink onAct={() => void copy()}>{t('error.copy')}</TextLink>
    </p>
  )
}
