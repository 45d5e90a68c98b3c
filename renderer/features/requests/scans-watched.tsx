import type { Desk } from '#shared/application/desk'
import type { ScanFile } from '#shared/application/scans/scans'
import { useMessages } from '../../i18n/messages-provider'
import { sizeWords } from '../../case-parts/scan-words'
import type { ScanEntry } from './use-scans-adding'
import { useWatchedScans } from './use-watched-scans'

export interface WatchedFolderProps {
  readonly desk: Pick<Desk, 'scans'>
  /** Files that are in the dialog already are not offered again. */
  readonly taken: readonly ScanEntry[]
  readonly onTake: (file: ScanFile) => void
}

/** What the scanner has left in its folder; each is taken into the dialog with one press. */
export function WatchedFolder({ desk, taken, onTake }: WatchedFolderProps) {
  const translator = useMessages()
  const { t } = translator
  const found = useWatchedScans(desk.scans)
  if (!found) return null
  if (found.state !== 'ready') {
    return <p className="field-hint">{t(found.state === 'off' ? 'scans.add.watchOff' : 'scans.add.watchMissing')}</p>
  }
  const files = found.files.filter(({ sourceId }) => !taken.some(({ file }) => file.sourceId === sourceId))
  return (
    <section className="scans-watched" aria-label={t('scans.add.watched')}>
      <h3>{t('scans.add.watched')}</h3>
      {files.length === 0 ? (
        <p className="field-hint">{t('scans.add.watchEmpty')}</p>
      ) : (
        <ul className="papers">
          {files.map(file => (
            <li key={file.sourceId}>
              <button type="button" className="paper-row" onClick={() => onTake(file)}>
                <span>{file.name}</span>
                <small>{sizeWords(file.bytes, translator)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="field-hint">{t('scans.add.putAwayNote')}</p>
    </section>
  )
}
