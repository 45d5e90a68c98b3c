import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { ScanFile } from '#shared/application/scans/scans'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { Scan } from '#shared/domain/requests/request-state'
import { standingScans } from '#shared/domain/requests/standing-scans'
import { postsFor } from '#shared/domain/requests/request-transitions'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { ScansAddDialog } from './scans-add-dialog'
import { ScansDrop } from './scans-drop'
import { ScanViewer } from '../../case-parts/scan-viewer'
import { mimeWord, sizeWords } from '../../case-parts/scan-words'
import { ScanWithdrawDialog } from './scans-withdraw-dialog'
import type { NameOf } from '../../case-parts/use-staff-names'
import './scans.css'

export interface ScansSheetProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly nameOf: NameOf
}

/** 扫描件: what came in on paper. Each opens inside the program; nothing is written to the disk in clear. */
export function ScansSheet({ desk, record, nameOf }: ScansSheetProps) {
  const { t } = useMessages()
  const [adding, setAdding] = useState<readonly ScanFile[] | null>(null)
  const [viewed, setViewed] = useState<Scan | null>(null)
  const [wrong, setWrong] = useState<Scan | null>(null)
  const scans = standingScans(record.request)
  const withdrawn = record.request.scans.filter(scan => scan.withdrawn).length
  const mayWithdraw = desk.me.posts.some(post => postsFor['scan.withdrawn@1'].includes(post))
  const mayAdd = desk.me.posts.some(post => postsFor['scan.added@1'].includes(post))
  return (
    <ScansDrop onFiles={mayAdd ? setAdding : undefined}>
      <Sheet
        title={t('scans.title')}
        aside={scans.length > 0 ? t('scans.aside') : null}
        acts={
          mayAdd ? (
            <Act size="small" icon="add" keys="I" onAct={() => setAdding([])}>
              {t('scans.add')}
            </Act>
          ) : null
        }
      >
        {scans.length === 0 ? (
          <div className="scans-none">
            <p>{t('scans.none')}</p>
            <p>{t(mayAdd ? 'scans.noneNote' : 'scans.noneReadOnly')}</p>
          </div>
        ) : (
          <ul className="papers">
            {scans.map((scan, index) => (
              <ScanRow key={index} {...{ scan, nameOf, desk }} onView={() => setViewed(scan)} />
            ))}
          </ul>
        )}
        {withdrawn > 0 ? <p className="scans-withdrawn">{t('scans.withdrawnCount', { n: withdrawn })}</p> : null}
      </Sheet>
      {adding ? (
        <ScansAddDialog desk={desk} requestId={record.requestId} first={adding} onClose={() => setAdding(null)} />
      ) : null}
      {viewed ? (
        <ScanViewer
          open={() => desk.scans.open(record.requestId, viewed)}
          kind={t(`scanKind.${viewed.kind}`)}
          title={viewed.title ?? t('scans.untitled')}
          onClose={() => setViewed(null)}
          onWithdraw={mayWithdraw ? () => (setViewed(null), setWrong(viewed)) : undefined}
        />
      ) : null}
      {wrong ? <ScanWithdrawDialog {...{ desk, record }} scan={wrong} onClose={() => setWrong(null)} /> : null}
    </ScansDrop>
  )
}

interface ScanRowProps {
  readonly desk: Pick<Desk, 'today'>
  readonly scan: Scan
  readonly nameOf: NameOf
  readonly onView: () => void
}

function ScanRow({ desk, scan, nameOf, onView }: ScanRowProps) {
  const translator = useMessages()
  const { t, format } = translator
  const { kind, title, bytes, mime, by } = scan
  const when = `${format.dayNear(civilDateAt(by.at), desk.today)} ${format.time(by.at)}`
  return (
    <li>
      <button type="button" className="paper-row scan-row" onClick={onView}>
        <span className="scan-kind">{t(`scanKind.${kind}`)}</span>
        <span className="scan-title">{title ?? t('scans.untitled')}</span>
        <small>
          {t('scans.line', {
            kind: mimeWord(mime, translator),
            size: sizeWords(bytes, translator),
            who: nameOf(by.actor),
            when,
          })}
        </small>
      </button>
    </li>
  )
}
