import { useState } from 'react'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import type { SectionProps } from './exchange-sections'

/** A code from headquarters, and the line or a stick that carries it. */
export function EnrolForm({ desk: { exchange } }: Pick<SectionProps, 'desk'>) {
  const { t } = useMessages()
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const [writtenTo, setWrittenTo] = useState<string | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const noCode = code.trim() === ''
  const isMissing = noCode || address.trim() === ''
  const enrol = async (): Promise<void> => {
    if (!isMissing) await run(() => exchange.enrol(address.trim(), code.trim()))
  }
  const writeRequest = async (): Promise<void> => {
    const path = await run(() => exchange.writeRequest(code.trim()))
    if (path) setWrittenTo(path)
  }
  return (
    <div className="exchange-form">
      <TextField
        label={t('exchange.enrol.code')}
        hint={t('exchange.enrol.codeHint')}
        value={code}
        maxLength={60}
        onChange={setCode}
        onEnter={() => void enrol()}
      />
      <h3>{t('exchange.enrol.byLine')}</h3>
      <TextField
        label={t('exchange.enrol.address')}
        hint={t('exchange.enrol.addressHint')}
        value={address}
        maxLength={200}
        onChange={setAddress}
        onEnter={() => void enrol()}
      />
      <div className="exchange-acts">
        <Act
          look="primary"
          keys="Ctrl+Enter"
          busy={isBusy}
          disabledBecause={isMissing ? t('exchange.enrol.missing') : undefined}
          onAct={() => void enrol()}
        >
          {t('exchange.enrol.do')}
        </Act>
      </div>
      <h3>{t('exchange.enrol.byMedia')}</h3>
      <p className="exchange-quiet">{t('exchange.enrol.byMediaMeans')}</p>
      <div className="exchange-acts">
        <Act
          busy={isBusy}
          disabledBecause={noCode ? t('exchange.enrol.codeMissing') : undefined}
          onAct={() => void writeRequest()}
        >
          {t('exchange.enrol.writeRequest')}
        </Act>
        <Act busy={isBusy} onAct={() => void run(() => exchange.readAnswer())}>
          {t('exchange.enrol.readAnswer')}
        </Act>
      </div>
      <p aria-live="polite">{writtenTo ? t('exchange.enrol.written', { path: writtenTo }) : ''}</p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </div>
  )
}
