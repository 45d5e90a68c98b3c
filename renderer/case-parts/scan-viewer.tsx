import { useEffect, useRef, useState } from 'react'
import type { OpenScan, ScanProblem } from '#shared/application/scans/scans'
import type { Result } from '#shared/kernel/result'
import { useMessages } from '../i18n/messages-provider'
import { scanProblemSentence } from '../i18n/scan-problem-sentence'
import { Act } from '../ui/acts/act'
import { Dialog } from '../ui/dialogs/dialog'
import { PngPicture } from '../ui/pictures/png-picture'
import { ProblemNote } from '../ui/states/problem-note'
import { ProgressLine } from '../ui/states/progress-line'
import { useLate } from '../ui/states/use-late'
import { textPages, useOpenScan, useScanPage } from './use-open-scan'
import './scan-viewer.css'

export interface ScanViewerProps {
  /** Reads and verifies it; asked once, when the viewer opens. */
  readonly open: () => Promise<Result<OpenScan, ScanProblem>>
  /** Before the title: what kind of paper it is. */
  readonly kind?: string
  readonly title: string
  readonly onClose: () => void
  /** Missing where it cannot be taken away, or not by this person. */
  readonly onWithdraw?: (() => void) | undefined
}

/** Percent of the width of the window. */
const zooms = [100, 150, 200, 300, 400] as const

/** One scan, page by page. Everything by key: Page Up and Down turn pages, = and - zoom, R turns the page. */
export function ScanViewer({ open, kind, title, onClose, onWithdraw }: ScanViewerProps) {
  const { t } = useMessages()
  const opened = useOpenScan(open)
  const isLate = useLate(opened === undefined)
  return (
    <Dialog
      open
      width={1100}
      title={kind === undefined ? title : `${kind}\u3000${title}`}
      onClose={onClose}
      help="scans"
      acts={
        onWithdraw ? (
          <Act keys="W" onAct={onWithdraw}>
            {t('scans.withdraw')}
          </Act>
        ) : null
      }
    >
      {opened === undefined && isLate ? <ProgressLine>{t('scans.viewer.reading')}</ProgressLine> : null}
      {opened && !opened.ok ? <ProblemNote sentence={scanProblemSentence(opened.problem, t)} /> : null}
      {opened?.ok ? <Pages scan={opened.value} title={title} /> : null}
    </Dialog>
  )
}

function Pages({ scan, title }: { readonly scan: OpenScan; readonly title: string }) {
  const { t } = useMessages()
  const [page, setPage] = useState(0)
  const [zoom, setZoom] = useState(0)
  const [turns, setTurns] = useState(0)
  const stage = useRef<HTMLDivElement>(null)
  const texts = scan.kind === 'text' ? textPages(scan.text) : null
  const pages = scan.kind === 'text' ? (texts?.length ?? 1) : scan.pages
  const percent = zooms[zoom] ?? 100
  const turnTo = (to: number): void => {
    setPage(Math.min(pages - 1, Math.max(0, to)))
    stage.current?.scrollTo({ top: 0, left: 0 })
  }
  // The page scrolls with the arrow keys from the first moment.
  useEffect(() => stage.current?.focus(), [])
  return (
    <div className="scan-viewer">
      <div className="scan-tools">
        <Act size="small" keys="PageUp" onAct={() => turnTo(page - 1)}>
          {t('scans.viewer.previous')}
        </Act>
        <Act size="small" keys="PageDown" onAct={() => turnTo(page + 1)}>
          {t('scans.viewer.next')}
        </Act>
        <span role="status">{t('scans.viewer.page', { n: page + 1, of: pages })}</span>
        <Act size="small" keys="-" onAct={() => setZoom(Math.max(0, zoom - 1))}>
          {t('scans.viewer.smaller')}
        </Act>
        <Act size="small" keys="=" onAct={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}>
          {t('scans.viewer.larger')}
        </Act>
        <span>{t('scans.viewer.zoom', { n: percent })}</span>
        {scan.kind === 'pages' ? (
          <Act size="small" keys="R" onAct={() => setTurns((turns + 1) % 4)}>
            {t('scans.viewer.turn')}
          </Act>
        ) : null}
      </div>
      <div ref={stage} className="scan-stage" role="group" tabIndex={0} aria-label={t('scans.viewer.stage', { title })}>
        {scan.kind === 'pages' ? (
          <PageImage {...{ scan, page, percent, turns }} label={t('scans.viewer.image', { title, n: page + 1 })} />
        ) : (
          <pre className="scan-text" style={{ fontSize: `${percent}%` }}>
            {texts?.[page]}
          </pre>
        )}
      </div>
    </div>
  )
}

interface PageImageProps {
  readonly scan: Extract<OpenScan, { kind: 'pages' }>
  readonly page: number
  readonly percent: number
  readonly turns: number
  readonly label: string
}

function PageImage({ scan, page, percent, turns, label }: PageImageProps) {
  const { t } = useMessages()
  const drawn = useScanPage(scan, { page, percent, turns })
  if (!drawn) return null
  if (!drawn.ok) return <ProblemNote sentence={scanProblemSentence(drawn.problem, t)} />
  return <PngPicture className="scan-page" bytes={drawn.value} label={label} style={{ width: `${percent}%` }} />
}
