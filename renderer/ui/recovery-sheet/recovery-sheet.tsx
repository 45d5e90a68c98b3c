import { useState } from 'react'
import type { GuidePageName } from '../../i18n/guide-pages'
import { useMessages } from '../../i18n/messages-provider'
import type { ProblemSentence } from '../../i18n/problems'
import { Act } from '../acts/act'
import { TextLink } from '../acts/text-link'
import { TextField } from '../fields/text-field'
import { Mark } from '../marks/mark'
import { ProblemNote } from '../states/problem-note'
import { SheetReadBack } from './sheet-read-back'
import './recovery-sheet.css'

export type SheetWay = 'printed' | 'saved'
export type SheetOutcome = 'done' | 'cancelled' | ProblemSentence

export interface RecoverySheetProps {
  /** As printed, groups joined by dashes. Shown, never stored. */
  readonly recoveryKey: string
  readonly onProduce: (how: SheetWay) => Promise<SheetOutcome>
  /** Nobody leaves before the key is on paper, in a file or copied by hand, and two groups of it were typed back. */
  readonly onLeave: () => void
  /** A verb. */
  readonly leaveLabel: string
}

/** Hands the recovery key out: shown once, and held until somebody has it in hand. */
export function RecoverySheet({ recoveryKey, onProduce, onLeave, leaveLabel }: RecoverySheetProps) {
  const { t } = useMessages()
  const [busy, setBusy] = useState<SheetWay | null>(null)
  const [kept, setKept] = useState<SheetWay | 'byHand' | null>(null)
  const [outcome, setOutcome] = useState<SheetWay | 'cancelled' | ProblemSentence | null>(null)
  const [isReadingBack, setReadingBack] = useState(false)
  const produce = async (how: SheetWay): Promise<void> => {
    setBusy(how)
    const answer = await onProduce(how)
    setBusy(null)
    setOutcome(answer === 'done' ? how : answer)
    if (answer === 'done') setKept(how)
  }
  if (isReadingBack) {
    return (
      <SheetReadBack
        recoveryKey={recoveryKey}
        leaveLabel={leaveLabel}
        onRead={onLeave}
        onBack={() => setReadingBack(false)}
      />
    )
  }
  return (
    <>
      <KeyGroups recoveryKey={recoveryKey} />
      <ul className="keep-rules" data-help={'recovery' satisfies GuidePageName}>
        <li>{t('sheet.keep.once')}</li>
        <li>{t('sheet.keep.where')}</li>
        <li>{t('sheet.keep.use')}</li>
      </ul>
      <div className="keep-acts">
        <Act
          look={kept ? 'default' : 'primary'}
          icon="print"
          keys="Ctrl+P"
          busy={busy !== null}
          onAct={() => void produce('printed')}
        >
          {t('sheet.print')}
        </Act>
        <Act icon="file" keys="Ctrl+S" busy={busy !== null} onAct={() => void produce('saved')}>
          {t('sheet.save')}
        </Act>
      </div>
      <Outcome outcome={outcome} />
      {kept === 'printed' || kept === 'saved' ? null : (
        <ByHand onCopied={copied => setKept(copied ? 'byHand' : null)} />
      )}
      <div className="keep-leave">
        <Act
          look={kept ? 'primary' : 'default'}
          size="large"
          keys="Ctrl+Enter"
          disabledBecause={kept ? undefined : t('sheet.leave.why')}
          onAct={() => setReadingBack(true)}
        >
          {t('sheet.check.goOn')}
        </Act>
        {kept ? null : <p className="keep-why">{t('sheet.leave.why')}</p>}
      </div>
    </>
  )
}

function KeyGroups({ recoveryKey }: { readonly recoveryKey: string }) {
  const { t } = useMessages()
  return (
    <ol className="key-groups" aria-label={t('sheet.key')}>
      {recoveryKey.split('-').map((text, index) => (
        <li key={index}>
          <span aria-hidden="true" className="key-ordinal">
            {index + 1}
          </span>
          <span className="unseen">{t('sheet.group', { n: index + 1, text: [...text].join(' ') })}</span>
          <span aria-hidden="true" className="key-text">
            {text}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Outcome({ outcome }: { readonly outcome: SheetWay | 'cancelled' | ProblemSentence | null }) {
  const { t } = useMessages()
  if (outcome === null) return null
  if (typeof outcome === 'object') return <ProblemNote sentence={outcome} />
  return (
    <p className="keep-outcome" role="status">
      <Mark flag={outcome === 'cancelled' ? 'provisional' : 'done'} />
      {t(`sheet.${outcome}`)}
    </p>
  )
}

/** The way around a broken printer: a sentence typed in full, so that nobody slips past it. */
function ByHand({ onCopied }: { readonly onCopied: (copied: boolean) => void }) {
  const { t } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const phrase = t('sheet.byHand.phrase')
  if (!isOpen) return <TextLink onAct={() => setOpen(true)}>{t('sheet.byHand')}</TextLink>
  const change = (text: string): void => {
    setTyped(text)
    onCopied(text.trim() === phrase)
  }
  return (
    <div className="keep-by-hand">
      <p>{t('sheet.byHand.warning')}</p>
      <TextField label={t('sheet.byHand.label', { phrase })} value={typed} onChange={change} takesFocus />
    </div>
  )
}
