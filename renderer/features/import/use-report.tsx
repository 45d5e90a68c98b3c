import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { useRunning } from '../../ui/states/use-running'
import { rowReport } from './row-report'
import type { ShownRow } from './rows-table'

/** The act that saves the report of every row, and what became of it. */
export function useReport(desk: Desk, rows: readonly ShownRow[]) {
  const translator = useMessages()
  const { t } = translator
  const [isSaved, setSaved] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const save = async (): Promise<void> => {
    const name = `${t('import.report.fileName')} ${desk.today}.csv`
    const saved = await run(() => desk.imports.saveReport(name, rowReport(rows, translator)))
    setSaved(saved === 'saved')
  }
  const act = (
    <Act keys="Alt+S" busy={isBusy} onAct={() => void save()}>
      {t('import.report.save')}
    </Act>
  )
  return { act, problem, note: isSaved ? <p role="status">{t('import.report.saved')}</p> : null }
}
