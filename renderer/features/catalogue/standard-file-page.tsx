import { useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import {
  readStandardHead,
  readStandardRows,
  type StandardFileRow,
  type StandardFinding,
  type StandardOutcome,
} from '#shared/application/catalogue/standard-list-file'
import type { RegisterFile, RowReport } from '#shared/application/import/import-desk'
import type { Problem } from '#shared/contracts/problems'
import { standardColumns, type StandardColumn, type StandardRow } from '#shared/domain/catalogue/standard-list'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { SelectField } from '../../ui/fields/select-field'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { PagedRows } from '../../ui/tables/paged-rows'

export interface StandardFilePageProps {
  readonly desk: Desk
  readonly file: RegisterFile
  /** Matters that are in the list already. */
  readonly before: readonly StandardRow[]
  readonly onRows: (rows: readonly StandardRow[], count: number) => void
  readonly onBack: () => void
}

const ways = ['replace', 'append'] as const
const nothingKept: readonly StandardRow[] = []

/** A workbook or csv on its way into the editor: what its columns are, and every line with what becomes of it. */
export function StandardFilePage({ desk, file, before, onRows, onBack }: StandardFilePageProps) {
  const { t, format } = useMessages()
  const [at, setAt] = useState(0)
  const lines = file.sheets[at]!.rows
  const head = useMemo(() => readStandardHead(lines), [lines])
  const [chosen, setChosen] = useState<Readonly<Record<number, StandardColumn | null>>>({})
  const [way, setWay] = useState<(typeof ways)[number]>(before.length > 0 ? 'append' : 'replace')
  const columns = useMemo(
    () => head.guess.map((guess, index) => (index in chosen ? chosen[index]! : guess)),
    [head, chosen],
  )
  const kept = way === 'append' ? before : nothingKept
  const rows = useMemo(
    () => readStandardRows(lines, { file: head, columns, before: kept }),
    [lines, head, columns, kept],
  )
  const taken = rows.filter(({ outcome }) => outcome === 'taken' || outcome === 'warned').map(({ row }) => row)
  const report = useStandardReport(desk, rows)
  const stop = columns.includes('matter')
    ? taken.length === 0
      ? t('standard.file.nothing')
      : undefined
    : t('standard.file.noMatter')
  return (
    <div className="standard-file">
      <PageHead
        title={t('standard.file.title')}
        notes={t('standard.file.count', { file: file.fileName, taken: taken.length, rest: rows.length - taken.length })}
        onBack={onBack}
        acts={
          <>
            {report.act}
            <Act
              look="primary"
              keys="Ctrl+Enter"
              disabledBecause={stop}
              onAct={() => onRows([...kept, ...taken], taken.length)}
            >
              {t('standard.file.do', { n: format.count(taken.length) })}
            </Act>
          </>
        }
      />
      {report.problem ? <ProblemNote sentence={problemSentence(report.problem, t)} /> : null}
      {report.note}
      {file.sheets.length > 1 ? (
        <SelectField
          label={t('standard.file.sheet')}
          choices={file.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
          value={String(at)}
          onChange={value => (setAt(Number(value)), setChosen({}))}
        />
      ) : null}
      {before.length > 0 ? (
        <ChoiceGroup
          look="inline"
          label={t('standard.file.way')}
          choices={ways.map(value => ({ value, label: t(`standard.file.way.${value}`) }))}
          value={way}
          onChange={setWay}
        />
      ) : null}
      <Sheet title={t('standard.file.columns')} aside={t('standard.file.columnsAside')}>
        <div className="standard-fields">
          {head.columns.map(({ head: word, sub }, index) => (
            <SelectField
              key={index}
              optional
              label={[word, sub].filter(each => each !== '').join('／') || t('standard.file.column', { n: index + 1 })}
              choices={[
                { value: none, label: t('standard.file.none') },
                ...standardColumns.map(value => ({ value, label: t(`standard.column.${value}`) })),
              ]}
              value={columns[index] ?? none}
              onChange={value => setChosen({ ...chosen, [index]: value === none ? null : value })}
            />
          ))}
        </div>
      </Sheet>
      <FileRows rows={rows} />
    </div>
  )
}

const none = ''

const outcomes = ['refused', 'double', 'warned', 'taken'] as const satisfies readonly StandardOutcome[]
const flagOf: Readonly<Record<StandardOutcome, Flag>> = {
  taken: 'done',
  warned: 'soon',
  double: 'late',
  refused: 'void',
}

function FileRows({ rows }: { readonly rows: readonly StandardFileRow[] }) {
  const { t } = useMessages()
  return (
    <PagedRows
      rows={rows}
      label={t('standard.file.rows')}
      filterLabel={t('standard.file.filter')}
      filters={[
        { name: 'all', label: t('standard.file.all'), isIn: () => true },
        ...outcomes.map(name => ({
          ...{ name, label: t(`standard.file.outcome.${name}`) },
          isIn: ({ outcome }: StandardFileRow) => outcome === name,
        })),
      ]}
      head={[t('standard.file.line'), ...(['matter', 'content'] as const).map(each => t(`standard.column.${each}`))]
        .concat(t('standard.file.outcome'))
        .map(word => (
          <th key={word} scope="col">
            {word}
          </th>
        ))}
      row={({ line, row, outcome, findings }) => (
        <tr key={line}>
          <td>{line}</td>
          <th scope="row">{row.matter}</th>
          <td>{row.content}</td>
          <td>
            <Status flag={flagOf[outcome]}>{t(`standard.file.outcome.${outcome}`)}</Status>
            {findings.length > 0 ? <span className="rows-findings">{findingsText(findings, t)}</span> : null}
          </td>
        </tr>
      )}
    />
  )
}

const findingsText = (findings: readonly StandardFinding[], t: Translate): string =>
  findings.map(finding => findingText(finding, t)).join(t('standard.file.join'))

function findingText(finding: StandardFinding, t: Translate): string {
  switch (finding.kind) {
    case 'cellTooLong':
      return t('standard.finding.cellTooLong', {
        column: t(`standard.column.${finding.column}`),
        most: finding.most,
      })
    case 'tooMany':
      return t('standard.finding.tooMany', { most: finding.most })
    case 'matterFromAbove':
      return t('standard.finding.matterFromAbove', { text: finding.text })
    default:
      return t(`standard.finding.${finding.kind}`)
  }
}

/** The act that saves what becomes of every line. */
function useStandardReport(desk: Desk, rows: readonly StandardFileRow[]) {
  const { t } = useMessages()
  const [isSaved, setSaved] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const save = async (): Promise<void> => {
    const saved = await run(() =>
      desk.imports.saveReport(`${t('standard.file.report')} ${desk.today}.xlsx`, reportOf(rows, t)),
    )
    setSaved(saved === 'saved')
  }
  const act = (
    <Act keys="Alt+S" busy={isBusy} onAct={() => void save()}>
      {t('standard.file.saveReport')}
    </Act>
  )
  return { act, problem, note: isSaved ? <p role="status">{t('standard.file.reportSaved')}</p> : null }
}

const reportOf = (rows: readonly StandardFileRow[], t: Translate): RowReport => ({
  title: t('standard.file.report'),
  columns: [
    { title: t('standard.file.line'), width: 6 },
    ...standardColumns.map(column => ({ title: t(`standard.column.${column}`), width: 20 })),
    { title: t('standard.file.outcome'), width: 10 },
    { title: t('standard.file.findings'), width: 50 },
  ],
  rows: rows.map(({ line, row, outcome, findings }) => [
    ...[String(line), ...standardColumns.map(column => row[column])],
    ...[t(`standard.file.outcome.${outcome}`), findingsText(findings, t)],
  ]),
})
