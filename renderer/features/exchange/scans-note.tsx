import type { ExchangeStatus } from '#shared/application/exchange/ports'
import { sizeWords } from '../../case-parts/scan-words'
import type { Translator } from '../../i18n/translator'
import { useMessages } from '../../i18n/messages-provider'
import { Mark } from '../../ui/marks/mark'

/** What the sentence on the records leaves out of the scans that are not on both sides; nothing where none waits. */
export function ScansNote({ status }: { readonly status: ExchangeStatus }) {
  const translator = useMessages()
  const { t, format } = translator
  const { go, come, trouble } = status.scans
  const isByMedia = status.headquarters?.address === null
  return (
    <>
      {isByMedia && go.files > 0 ? <p>{t('exchange.scans.goByMedia', scanCount(go, translator))}</p> : null}
      {!isByMedia && go.files > 0 && !saysScans(status) ? (
        <p>{t('exchange.scans.go', scanCount(go, translator))}</p>
      ) : null}
      {come.files > 0 ? (
        <p>
          {t('exchange.scans.come', scanCount(come, translator))}
          {come.elsewhere > 0 ? ` ${t('exchange.scans.elsewhere', { n: format.count(come.elsewhere) })}` : ''}
        </p>
      ) : null}
      {trouble && !isByMedia ? (
        <p className="exchange-trouble">
          <Mark flag={trouble === 'away' ? 'paused' : 'late'} />
          <span>{t(`exchange.scans.trouble.${trouble}`)}</span>
        </p>
      ) : null}
    </>
  )
}

/** No record waits, and scans do: "everything" is never said then. */
export const saysScans = ({ headquarters, running, waiting, scans }: ExchangeStatus): boolean =>
  headquarters?.address != null &&
  waiting === 0 &&
  !(running && running.went + running.came > 0) &&
  scans.go.files + scans.come.files > 0

/** That sentence. */
export function scansSaid({ scans: { go } }: ExchangeStatus, translator: Translator): string {
  const { t } = translator
  return go.files > 0
    ? t('exchange.standing.levelButScans', scanCount(go, translator))
    : t('exchange.standing.levelButFetch')
}

const scanCount = (
  { files, bytes }: { readonly files: number; readonly bytes: number },
  translator: Translator,
): { readonly n: string; readonly size: string } => ({
  n: translator.format.count(files),
  size: sizeWords(bytes, translator),
})
