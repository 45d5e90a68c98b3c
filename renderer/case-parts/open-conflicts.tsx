import { useState, type ReactNode } from 'react'
import type { Problem } from '#shared/contracts/problems'
import type { SettledConflict } from '#shared/domain/settled-conflict'
import type { Result } from '#shared/kernel/result'
import { useMessages } from '../i18n/messages-provider'
import { Act } from '../ui/acts/act'
import { Status } from '../ui/marks/status'
import './open-conflicts.css'
import { SettleConflictDialog, type SettleConflictDialogProps } from './settle-conflict-dialog'

/** What one act did that crossed another machine's. */
export interface OpenConflict {
  readonly by: SettledConflict
  /** What happened, and both values. */
  readonly lines: readonly string[]
  /** Beside the act that settles it. */
  readonly acts?: ReactNode
  /** What is too long for a line, for whoever settles it. */
  readonly both?: ReactNode
}

export interface OpenConflictsProps extends Pick<SettleConflictDialogProps, 'note' | 'means' | 'hint'> {
  readonly label: string
  /** Above the list; left out: the mark's own word. */
  readonly heading?: string
  readonly conflicts: readonly OpenConflict[]
  readonly maySettle: boolean
  readonly settle: (settled: {
    readonly by: SettledConflict
    readonly reason: string
  }) => Promise<Result<void, Problem>>
  /** The dialog is open: the letters of the page rest. */
  readonly onSettling?: (isOpen: boolean) => void
}

/** What two machines did to one record without knowing of each other: said plainly, never settled silently. */
export function OpenConflicts({
  label,
  heading,
  conflicts,
  maySettle,
  settle,
  onSettling,
  ...words
}: OpenConflictsProps) {
  const { t } = useMessages()
  const [settling, setSettling] = useState<OpenConflict | null>(null)
  const open = (conflict: OpenConflict | null): void => {
    setSettling(conflict)
    onSettling?.(conflict !== null)
  }
  return (
    <section className="open-conflicts" aria-label={label}>
      <Status flag="conflict">{heading}</Status>
      <ul>
        {conflicts.map(conflict => (
          <li key={`${conflict.by.chain}/${conflict.by.seq}`}>
            {conflict.lines.map((line, nth) => (
              <div key={`${nth} ${line}`}>{line}</div>
            ))}
            <div className="open-conflict-acts">
              {conflict.acts}
              {maySettle ? (
                <Act size="small" onAct={() => open(conflict)}>
                  {t('hands.settle')}
                </Act>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {settling ? (
        <SettleConflictDialog
          {...words}
          lines={settling.lines}
          both={settling.both}
          settle={reason => settle({ by: settling.by, reason })}
          onClose={() => open(null)}
        />
      ) : null}
    </section>
  )
}
