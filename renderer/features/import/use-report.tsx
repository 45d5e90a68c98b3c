import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { useRunning } from '../../ui/states/use-running'
import { rowReport } from './row-report'
import type { ShownRow } from './rows-table'

/** The acts that save the report of every row, and what became of it. */
export function useReport(desk: Desk, rows: readonly ShownRow[]) {
  const translator = useMessages()
  const { t } = translator
  const [isSaved, setSaved] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const save = async (ending: 'xlsx' | 'csv'): Promise<void> => {
    const name = `${t('import.report.fileName')} ${desk.today}.${ending}`
    const saved = await run(() => desk.imports.saveReport(name, rowReport(rows, translator)))
    setSaved(saved === 'saved')
  }
  const act = (
    <>
      <Act look="quiet" busy={isBusy} onAct={() => void save('csv')}>
        {t('import.report.saveCsv')}
      </Act>
      <Act keys="Alt+S" busy={isBusy} onAct={() => void save('xlsx')}>
        {t('import.report.save')}
      </Act>
    </>
  )
  return { act, problem, note: isSaved ? <p role="status">{t('import.report.saved')}</p> : null }
}
