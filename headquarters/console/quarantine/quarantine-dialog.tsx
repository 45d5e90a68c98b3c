import { Alert, Button, Empty, Input, Modal, Tag } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { QuarantineAnswer, QuarantineDecision } from '#shared/contracts/headquarters-sendings'
import type { ConsoleLink } from '../console-link'
import { momentOf } from '../moment'
import type { ConsoleTexts } from '../texts'

export interface QuarantineDialogProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly office: { readonly officeId: number; readonly name: string }
  readonly onClose: () => void
}

type Act = QuarantineAnswer['acts'][number]

/** Acts of an office that were kept apart: why, from when, and a person's decision about each, with a name and a reason. */
export function QuarantineDialog({ t, link, office, onClose }: QuarantineDialogProps) {
  const [acts, setActs] = useState<readonly Act[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Act | null>(null)
  const { officeId } = office
  const load = useCallback(async () => {
    const asked = await link.quarantine(officeId)
    setTrouble(asked.ok ? null : t.away)
    if (asked.ok) setActs(asked.value.acts)
  }, [link, officeId, t])
  useEffect(() => void load(), [load])
  const settle = async (act: Act, decision: QuarantineDecision) => {
    const done = await link.settle(officeId, act.hash, decision)
    setTrouble(done.ok ? null : done.problem.kind === 'refused' ? t.notSettled : t.away)
    if (!done.ok) return
    setChosen(null)
    await load()
  }
  return (
    <Modal open width={820} title={t.quarantineTitle(office.name)} onCancel={onClose} footer={null}>
      <p className="console-quiet">{t.quarantineMeans}</p>
      {trouble && <Alert type="warning" title={trouble} role="alert" />}
      {acts?.length === 0 && <Empty description={t.quarantineNone} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      <ul className="console-acts">
        {acts?.map(act => (
          <li key={act.hash}>
            <ActLine t={t} act={act} onDecide={chosen === act ? null : () => setChosen(act)} />
            {chosen === act && <Decision t={t} act={act} onDecide={decision => void settle(act, decision)} />}
          </li>
        ))}
      </ul>
    </Modal>
  )
}

interface ActLineProps {
  readonly t: ConsoleTexts
  readonly act: Act
  readonly onDecide: (() => void) | null
}

function ActLine({ t, act, onDecide }: ActLineProps) {
  const { why, about, types, writtenAt, seenAt, seq, chain, isSaidAgain, decided } = act
  return (
    <div className="console-act">
      <div>
        <b>
          {t.about[about as keyof typeof t.about] ?? about} · {t.did(types)}
        </b>
        <br />
        <span className="console-quiet">
          {t.actPlace(chain.slice(0, 8), seq)} · {writtenAt && t.writtenAt(momentOf(writtenAt))} ·{' '}
          {t.seenAt(momentOf(seenAt))}
          <br />
          {t.whyApart[why]}
        </span>
        {isSaidAgain && <Tag>{t.saidAgain}</Tag>}
        {decided && (
          <p>
            {t.decided[decided.decision]} {t.decidedBy(decided.by, momentOf(decided.at), decided.reason)}
          </p>
        )}
      </div>
      {!decided && onDecide && <Button onClick={onDecide}>{t.decide}</Button>}
    </div>
  )
}

interface DecisionProps {
  readonly t: ConsoleTexts
  readonly act: Act
  readonly onDecide: (decision: QuarantineDecision) => void
}

function Decision({ t, act, onDecide }: DecisionProps) {
  const [by, setBy] = useState('')
  const [reason, setReason] = useState('')
  const isReady = by.trim() !== '' && reason.trim() !== ''
  const decide = (decision: QuarantineDecision['decision']) =>
    onDecide({ decision, by: by.trim(), reason: reason.trim() })
  return (
    <div className="console-line">
      <label className="console-field">
        {t.decider}
        <Input autoFocus maxLength={40} value={by} onChange={event => setBy(event.target.value)} />
      </label>
      <label className="console-field console-grow">
        {t.decideReason}
        <Input maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
      </label>
      <Button disabled={!isReady || act.isSaidAgain} onClick={() => decide('released')}>
        {t.release}
      </Button>
      <Button danger disabled={!isReady} onClick={() => decide('refused')}>
        {t.refuse}
      </Button>
    </div>
  )
}
