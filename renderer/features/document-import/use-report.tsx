import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { isTaken, type CheckedDocument } from '#shared/application/intake/check-source'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { Act } from '../../ui/acts/act'
import { useRunning } from '../../ui/states/use-running'
import { documentFindingWords } from './finding-words'

/** The acts that save the report of every document, and what became of it. */
export function useReport(desk: Desk, rows: readonly CheckedDocument[], doublesTaken: ReadonlySet<number>) {
  const translator = useMessages()
  const { t } = translator
  const [isSaved, setSaved] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const save = async (ending: 'xlsx' | 'csv'): Promise<void> => {
    const name = `${t('docImport.report.fileName')} ${desk.today}.${ending}`
    const report = documentReport(rows, doublesTaken, translator)
    const saved = await run(() => desk.intake.saveReport(name, report))
    setSaved(saved === 'saved')
  }
  const act = (
    <>
      <Act look="quiet" busy={isBusy} onAct={() => void save('csv')}>
        {t('docImport.report.saveCsv')}
      </Act>
      <Act keys="Alt+S" busy={isBusy} onAct={() => void save('xlsx')}>
        {t('docImport.report.save')}
      </Act>
    </>
  )
  return { act, problem, note: isSaved ? <p role="status">{t('docImport.report.saved')}</p> : null }
}

const longestCell = 8_000

/** One line a document, refused ones too. Every cell is text. */
function documentReport(rows: readonly CheckedDocument[], doublesTaken: ReadonlySet<number>, translator: Translator) {
  const { t } = translator
  const column = (title: string, width: number) => ({ title, width })
  return {
    title: t('docImport.report.sheet'),
    columns: [
      column(t('docImport.column.line'), 6),
      column(t('docImport.column.name'), 30),
      column(t('docImport.field.title'), 40),
      column(t('docImport.field.indexNo'), 22),
      column(t('docImport.field.docNo'), 22),
      column(t('docImport.field.issuer'), 24),
      column(t('docImport.field.documentDate'), 12),
      column(t('docImport.column.outcome'), 10),
      column(t('docImport.column.taken'), 8),
      column(t('docImport.column.findings'), 60),
    ],
    rows: rows.map(row => [
      ...[String(row.line), row.name, row.shown.title ?? '', row.indexNo ?? '', row.shown.docNo ?? ''],
      ...[row.shown.issuer ?? '', row.shown.documentDate ?? '', t(`docImport.outcome.${row.outcome}`)],
      t(isTaken(row, doublesTaken) ? 'docImport.yes' : 'docImport.no'),
      row.findings
        .map(finding => documentFindingWords(finding, translator))
        .join(t('docImport.join'))
        .slice(0, longestCell),
    ]),
  }
}
