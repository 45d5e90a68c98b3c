import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { registerFileName, type RegisterFormat } from '#shared/application/registers/export-register'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { useWatch } from '../../ui/states/use-watch'
import type { NameOf } from '../../case-parts/use-staff-names'
import { registerSheet } from '../../case-parts/register-rows'

export interface ExportDialogProps {
  readonly desk: Desk
  /** In the order of the list, narrowed as it is. */
  readonly records: readonly RequestRecord[]
  readonly nameOf: NameOf
  readonly onClose: () => void
}

/** 导出登记簿: what is on the list, as a spreadsheet. Masked unless the head of the office wants it otherwise. */
export function ExportDialog({ desk, records, nameOf, onClose }: ExportDialogProps) {
  const { t } = useMessages()
  const [format, setFormat] = useState<RegisterFormat>('xlsx')
  const [isFull, setFull] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const office = useWatch(desk.offices.watchOffice)
  const { isBusy, problem, run } = useRunning<Problem>()
  const save = async (): Promise<void> => {
    const { calendar, today } = desk
    const agencies = office?.office.agencies ?? []
    const sheet = registerSheet(records, { t, nameOf, agencies, calendar, today, isMasked: !isFull })
    const answer = await run(() => desk.registers.save(registerFileName(today, format), sheet))
    if (answer === 'saved') setSaved(true)
    if (answer === 'cancelled') onClose()
  }
  const mayShowAll = desk.me.posts.includes('head')
  return (
    <Dialog
      open
      title={t('lists.export')}
      onClose={onClose}
      acts={
        isSaved ? (
          <Act look="primary" showsKeys="Esc" onAct={onClose}>
            {t('lists.export.close')}
          </Act>
        ) : (
          <>
            <Act showsKeys="Esc" onAct={onClose}>
              {t('requests.cancel')}
            </Act>
            <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void save()}>
              {t('lists.export.do')}
            </Act>
          </>
        )
      }
    >
      {isSaved ? (
        <p role="status">{t('lists.export.saved', { n: records.length })}</p>
      ) : (
        <>
          <p>{t('lists.export.what', { n: records.length })}</p>
          <ChoiceGroup
            takesFocus
            label={t('lists.export.format')}
            value={format}
            onChange={setFormat}
            choices={[
              { value: 'xlsx', label: t('lists.export.xlsx') },
              { value: 'csv', label: t('lists.export.csv') },
            ]}
          />
          {mayShowAll ? (
            <CheckBox checked={isFull} onChange={setFull} note={t('lists.export.fullNote')}>
              {t('lists.export.full')}
            </CheckBox>
          ) : (
            <p className="dialog-hint">{t('lists.export.masked')}</p>
          )}
        </>
      )}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
