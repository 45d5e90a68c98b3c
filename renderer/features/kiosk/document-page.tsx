import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { PublicDocument } from '#shared/application/kiosk/ports'
import { civilDateAt, parseCivilDate } from '#shared/domain/calendar/civil-date'
import { validityOn } from '#shared/domain/catalogue/validity-on'
import { useMessages } from '../../i18n/messages-provider'
import { BigAct } from './big-act'
import type { KioskScreenProps } from './kiosk-context'
import { PrintNote } from './print-note'
import { usePrinting } from './use-printing'

export function DocumentPage({ desk, speech, id }: KioskScreenProps & { readonly id: string }) {
  const { t } = useMessages()
  const document = useDocument(desk.catalogue.read, id)
  const printing = usePrinting(desk)
  if (document === undefined) return <p role="status">{t('kiosk.results.busy')}</p>
  if (document === 'failed') return <p role="status">{t('kiosk.failed')}</p>
  if (document === null) return <p role="status">{t('kiosk.document.gone')}</p>
  const { title, abstract, text } = document
  const isRead = speech.isSpeaking
  return (
    <article className="kiosk-document">
      <div className="kiosk-document-acts">
        <BigAct icon="print" kind="main" onAct={() => printing.print(title)}>
          {t('kiosk.print')}
        </BigAct>
        {speech.isThere ? (
          <BigAct
            isPressed={isRead}
            onAct={() => (isRead ? speech.stop() : speech.speak(`${title}。${abstract}\n${text}`))}
          >
            {isRead ? t('kiosk.speak.stop') : t('kiosk.speak')}
          </BigAct>
        ) : null}
      </div>
      <PrintNote state={printing.state} onFirstPages={() => printing.print(title, true)} />
      <DocumentWords document={document} />
      {createPortal(
        <div className="kiosk-paper">{<DocumentWords document={document} />}</div>,
        globalThis.document.body,
      )}
    </article>
  )
}

function useDocument(read: (id: string) => Promise<PublicDocument | null>, id: string) {
  const [found, setFound] = useState<PublicDocument | 'failed' | null | undefined>(undefined)
  useEffect(() => {
    let isShown = true
    const show = (document: PublicDocument | 'failed' | null) => (isShown ? setFound(document) : undefined)
    void read(id).then(show, () => show('failed'))
    return () => void (isShown = false)
  }, [read, id])
  return found
}

function DocumentWords({ document }: { readonly document: PublicDocument }) {
  const { t, format } = useMessages()
  const { title, abstract, text, documentDate, topic, subtopic } = document
  const on = parseCivilDate(documentDate)
  const [today] = useState(() => civilDateAt(Date.now()))
  const lastDay = parseCivilDate(document.validTo ?? '')
  const validity = validityOn({ ...document, validTo: lastDay.ok ? lastDay.value : undefined }, today)
  const facts = [
    [t('kiosk.document.agency'), document.issuer || document.agency],
    [t('kiosk.document.docNo'), document.docNo],
    [t('kiosk.document.indexNo'), document.indexNo],
    [t('kiosk.document.date'), on.ok ? format.fullDay(on.value) : ''],
    [t('kiosk.document.topic'), [topic, subtopic].filter(Boolean).join('、')],
    [t('kiosk.document.validity'), t(`kiosk.validity.${validity}`)],
  ] as const
  return (
    <>
      <h1>{title}</h1>
      <dl className="kiosk-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {abstract === '' ? null : <p className="kiosk-abstract">{abstract}</p>}
      <div className="kiosk-text">
        {text === '' ? (
          <p>{t('kiosk.document.noText')}</p>
        ) : (
          text
            .split(/\n+/)
            .filter(paragraph => paragraph.trim() !== '')
            .map((paragraph, at) => <p key={at}>{paragraph.trim()}</p>)
        )}
      </div>
    </>
  )
}
