import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { CheckedRow } from '#shared/application/import/check-register'
import { batchOf, type RegisterFile } from '#shared/application/import/import-desk'
import { mostCases } from '#shared/contracts/import-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import { yearOf } from '#shared/domain/calendar/civil-date'
import { maskApplicantName } from '#shared/domain/identity/masking'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { CarriedOverSheet, emptyCarriedOver, readCarriedOver } from './carried-over-sheet'
import { RowsTable, type ShownRow } from './rows-table'
import { useReport } from './use-report'

export interface PreviewStepProps {
  readonly desk: Desk
  readonly office: Office
  readonly file: RegisterFile
  readonly rows: readonly CheckedRow[]
  readonly agencyId: AgencyId
  readonly onBack: () => void
  readonly onPrepared: (batchId: string) => void
}

/** Every row with both due dates and what becomes of it; then it goes, sealed, to the second person. */
export function PreviewStep({ desk, office, file, rows, agencyId, onBack, onPrepared }: PreviewStepProps) {
  const { t } = useMessages()
  const shown = rows.map(shownRow)
  const { act: saveReport, ...report } = useReport(desk, shown)
  const [over, setOver] = useState(() => emptyCarriedOver(rows))
  const { isBusy, problem, run } = useRunning<Problem>()
  const taken = rows.filter(({ found }) => found).length
  const carriedOver = readCarriedOver(over, { agencyId, year: yearOf(desk.today) })
  const stop =
    taken === 0 && carriedOver === null
      ? t('import.send.nothing')
      : taken > mostCases
        ? t('import.send.tooMany', { n: mostCases })
        : carriedOver === 'incomplete'
          ? t('import.send.over')
          : undefined
  const send = async (): Promise<void> => {
    if (carriedOver === 'incomplete') return
    const preparing = {
      ...{ batchId: desk.newId(), fileName: file.fileName, carriedOver },
      preparedBy: desk.me.personId,
      randomBytes: desk.randomBytes,
    }
    const sealed = await run(() => desk.imports.prepare(batchOf(rows, preparing)))
    if (sealed) onPrepared(sealed.batchId)
  }
  const count = {
    taken,
    warned: rows.filter(({ outcome }) => outcome === 'warned').length,
    refused: rows.filter(({ outcome }) => outcome === 'refused').length,
  }
  const shownProblem = problem ?? report.problem
  return (
    <div className="import">
      <PageHead
        title={t('import.step.preview')}
        notes={t('import.preview.count', count)}
        onBack={onBack}
        acts={
          <>
            {saveReport}
            <Act look="primary" keys="Ctrl+Enter" busy={isBusy} disabledBecause={stop} onAct={() => void send()}>
              {t('import.send')}
            </Act>
          </>
        }
      />
      {shownProblem ? <ProblemNote sentence={problemSentence(shownProblem, t)} /> : null}
      {report.note}
      {rows.length === 0 ? (
        <EmptyState title={t('import.preview.none')} acts={<Act onAct={onBack}>{t('import.back')}</Act>}>
          {t('import.preview.noneNote')}
        </EmptyState>
      ) : (
        <RowsTable rows={shown} />
      )}
      <CarriedOverSheet
        office={office}
        agencyId={agencyId}
        year={yearOf(desk.today)}
        rows={rows}
        over={over}
        onOver={setOver}
      />
    </div>
  )
}

const shownRow = ({
  line,
  requestNo,
  applicant,
  applicantType,
  outcome,
  findings,
  found,
  due,
  paperDueOn,
}: CheckedRow): ShownRow => ({
  ...{ line, requestNo, outcome, findings, paperDueOn },
  applicant: maskApplicantName(applicant, applicantType),
  receivedOn: found?.open.receivedOn ?? null,
  spent: found?.open ?? null,
  dueOn: due?.dueOn ?? null,
  isProvisional: due?.certainty === 'provisional',
})
