import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { registerFileName } from '#shared/application/registers/export-register'
import { mostRowsOnPaper } from '#shared/application/registers/register-paper'
import { mostPrintedPages } from '#shared/contracts/register-file'
import { firstSettings } from '#shared/domain/agencies/office-settings'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { chinese } from '../../i18n/window-language'
import { PaperStage } from '../../case-parts/paper-stage'
import type { NameOf } from '../../case-parts/use-staff-names'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import type { Condition } from './list-condition'
import { registerPaperRows, registerPaperTable } from './register-paper-rows'
import { useRegisterPaper, type PrintState, type RegisterPaperRun } from './use-register-paper'

export interface PrintDialogProps {
  readonly desk: Desk
  /** In the order of the list, narrowed as it is. */
  readonly records: readonly RequestRecord[]
  readonly condition: Condition
  readonly nameOf: NameOf
  readonly onClose: () => void
}

/** 打印台账: what is on the list, on paper. Masked unless the head wants it otherwise; seen before it goes out. */
export function PrintDialog({ desk, records, condition, nameOf, onClose }: PrintDialogProps) {
  const { t } = useMessages()
  const [isFull, setFull] = useState(false)
  const office = useWatch(desk.offices.watchOffice)?.office
  const paper = useRegisterPaper(desk.registers)
  const { state, problem, stop } = paper
  const isTooMany = records.length > mostRowsOnPaper
  const compose = (): void => {
    const { calendar, today, me, windowName } = desk
    const words = { t: chinese.t, nameOf, agencies: office?.agencies ?? [], calendar, today, isMasked: !isFull }
    const { warningWorkingDays } = office?.settings ?? firstSettings
    const said = { ...words, format: chinese.format, warningWorkingDays }
    const around = { ...said, officeName: office?.name ?? '', windowName, madeBy: me.name, condition }
    paper.compose({
      table: registerPaperTable(records.length, around),
      rows: records.length,
      rowsOf: registerPaperRows(records, words),
      isMasked: !isFull,
      fileName: registerFileName(today, 'pdf'),
    })
  }
  return (
    <Dialog
      open
      width={state.kind === 'made' ? 980 : 560}
      title={t('lists.print')}
      onClose={onClose}
      note={<span role="status">{noteOf(state, t)}</span>}
      acts={<Acts paper={paper} canCompose={!isTooMany && office !== undefined} onCompose={compose} />}
    >
      {state.kind === 'asking' || state.kind === 'stopped' ? (
        <>
          <p>
            {isTooMany
              ? t('lists.print.tooMany', { n: records.length, most: mostRowsOnPaper })
              : t('lists.print.what', { n: records.length })}
          </p>
          {isTooMany ? null : <Masking {...{ desk, isFull, onFull: setFull }} />}
        </>
      ) : null}
      {state.kind === 'working' ? (
        <ProgressLine
          done={state.progress.done}
          total={state.progress.of}
          act={
            <Act keys="Alt+S" onAct={stop}>
              {t('lists.print.stop')}
            </Act>
          }
        >
          {t(`lists.print.step.${state.progress.step}`, { done: state.progress.done, of: state.progress.of })}
        </ProgressLine>
      ) : null}
      {state.kind === 'made' ? <PaperStage made={state.made} label={t('lists.print.title')} /> : null}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

interface MaskingProps {
  readonly desk: Desk
  readonly isFull: boolean
  readonly onFull: (isFull: boolean) => void
}

function Masking({ desk, isFull, onFull }: MaskingProps) {
  const { t } = useMessages()
  if (!desk.me.posts.includes('head')) return <p className="dialog-hint">{t('lists.print.masked')}</p>
  return (
    <CheckBox checked={isFull} onChange={onFull} note={t('lists.print.fullHint')}>
      {t('lists.print.full')}
    </CheckBox>
  )
}

interface ActsProps {
  readonly paper: RegisterPaperRun
  readonly canCompose: boolean
  readonly onCompose: () => void
}

function Acts({ paper: { state, produce }, canCompose, onCompose }: ActsProps) {
  const { t } = useMessages()
  if (state.kind === 'working') return null
  if (state.kind !== 'made')
    return canCompose ? (
      <Act look="primary" keys="Ctrl+Enter" onAct={onCompose}>
        {t('lists.print.do')}
      </Act>
    ) : null
  if (state.made.kind !== 'ready') return null
  const { pages } = state.made.paper
  const tooLong = t('lists.print.tooLong', { pages, most: mostPrintedPages })
  return (
    <>
      <Act keys="S" onAct={() => produce('save')}>
        {t('requests.paper.save')}
      </Act>
      <Act
        look="primary"
        icon="print"
        keys="P"
        takesFocus
        disabledBecause={pages > mostPrintedPages ? tooLong : undefined}
        onAct={() => produce('print')}
      >
        {t('requests.paper.print')}
      </Act>
    </>
  )
}

function noteOf(state: PrintState, t: ReturnType<typeof useMessages>['t']): string {
  if (state.kind === 'stopped') return t('lists.print.stopped')
  if (state.kind !== 'made' || state.made.kind !== 'ready') return ''
  if (state.out) return t(`lists.print.${state.out}`)
  const { pages } = state.made.paper
  const shown = state.made.images.length
  if (pages > mostPrintedPages) return t('lists.print.tooLong', { pages, most: mostPrintedPages })
  return shown < pages ? t('lists.print.firstPages', { pages, shown }) : t('lists.print.pages', { pages })
}
