import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { StandardListRecord } from '#shared/application/catalogue-ports'
import { roleFor } from '#shared/application/catalogue/document-form'
import { newStandardList } from '#shared/application/catalogue/standard-list-draft'
import {
  emptyStandardRow,
  standardColumns,
  type StandardList,
  type StandardListId,
  type StandardRow,
} from '#shared/domain/catalogue/standard-list'
import { foldedWords } from '#shared/domain/folded-words'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { PasteDialog } from './paste-dialog'
import { StandardEditorHead } from './standard-editor-head'
import { StandardFilePage } from './standard-file-page'
import { useListDraft, type StartOfList } from './use-list-draft'
import { useStandardFiles } from './use-standard-files'

export interface StandardEditorProps {
  readonly desk: Desk
  /** Null: a new one. */
  readonly record: StandardListRecord | null
  /** All lists as they are now, this one too. */
  readonly others: readonly StandardListRecord[]
  readonly start: StartOfList
  /** `saved`: the list as it is now, for whoever wants to take that back. */
  readonly onDone: (saved?: SavedList) => void
}

export interface SavedList {
  readonly listId: StandardListId
  /** Null: it was new. */
  readonly before: StandardList | null
  readonly name: string
}

/** Matters at the left, the nine columns of one of them at the right. */
export function StandardEditor({ desk, record, others, start, onDone }: StandardEditorProps) {
  const { t } = useMessages()
  const inHand = useListDraft(desk, start, recordedNow(record, others))
  const { list, change } = inHand
  const [at, setAt] = useState(0)
  const [isPasting, setPasting] = useState(false)
  const [tried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const [newId] = useState(() => desk.newId() as StandardListId)
  const listId = record?.listId ?? newId
  const role = roleFor(desk.me.posts)
  const kind = foldedWords(list.kindOfBody)
  const isTaken = others.some(other => other.listId !== listId && foldedWords(other.kept.list.kindOfBody) === kind)
  const isNamed = list.name.trim() !== '' && list.kindOfBody.trim() !== ''
  const [took, setTook] = useState<Took | null>(null)
  const files = useStandardFiles(desk)
  const write = async (fact: Parameters<Desk['catalogue']['writeList']>[2]): Promise<void> => {
    const done = await run(async () => {
      const written = await desk.catalogue.writeList(role, listId, fact)
      return written.ok ? { ok: true, value: true } : written
    })
    if (!done) return
    await inHand.drop()
    onDone(
      fact.type === 'standardList.saved@1'
        ? { listId, before: record && inHand.recorded, name: fact.open.name }
        : undefined,
    )
  }
  const save = (): void => {
    setTried(true)
    if (!isNamed || isTaken) return
    const named = { ...list, name: list.name.trim(), kindOfBody: list.kindOfBody.trim() }
    void write({ type: 'standardList.saved@1', open: named })
  }
  const setRows = (rows: readonly StandardRow[]): void => {
    setTook(null)
    change({ rows })
  }
  if (files.file)
    return (
      <StandardFilePage
        desk={desk}
        file={files.file}
        before={list.rows}
        onBack={files.close}
        onRows={(rows, count) => {
          change({ rows })
          setTook({ count, before: list.rows })
          setAt(0)
          files.close()
        }}
      />
    )
  return (
    <>
      <StandardEditorHead
        {...{ inHand, isBusy }}
        isNew={record === null}
        isReading={files.isBusy}
        onBack={() => onDone()}
        onStartAgain={() => {
          setTook(null)
          inHand.startAgain()
        }}
        onRemove={() => void write({ type: 'standardList.removed@1', open: { reason: t('standard.removeReason') } })}
        onPaste={() => setPasting(true)}
        onFile={files.choose}
        onSave={save}
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {files.problem ? <ProblemNote sentence={problemSentence(files.problem, t)} /> : null}
      <TookNote took={took} onUntake={setRows} />
      <div className="standard-head">
        <TextField
          label={t('standard.name')}
          value={list.name}
          maxLength={120}
          error={tried && !isNamed ? t('standard.nameMissing') : null}
          takesFocus={record === null}
          onChange={name => change({ name })}
        />
        <TextField
          label={t('standard.kindOfBody')}
          hint={t('standard.kindHint')}
          value={list.kindOfBody}
          maxLength={60}
          error={isTaken ? t('standard.kindTaken') : null}
          onChange={kindOfBody => change({ kindOfBody })}
        />
      </div>
      <div className="standard-editor">
        <RowList rows={list.rows} at={at} onAt={setAt} onRows={setRows} />
        {list.rows[at] ? (
          <RowFields key={at} row={list.rows[at]} n={at + 1} onRow={row => setRows(list.rows.with(at, row))} />
        ) : null}
      </div>
      {isPasting ? (
        <PasteDialog onRows={rows => setRows([...list.rows, ...rows])} onClose={() => setPasting(false)} />
      ) : null}
    </>
  )
}

const recordedNow = (record: StandardListRecord | null, all: readonly StandardListRecord[]): StandardList =>
  (all.find(({ listId }) => listId === record?.listId) ?? record)?.kept.list ?? newStandardList

/** What a file brought, and what was there before. */
interface Took {
  readonly count: number
  readonly before: readonly StandardRow[]
}

function TookNote({ took, onUntake }: { took: Took | null; onUntake: (rows: readonly StandardRow[]) => void }) {
  const { t } = useMessages()
  if (!took) return null
  return (
    <p className="standard-took" role="status">
      {t('standard.took', { n: took.count })}{' '}
      <Act size="small" onAct={() => onUntake(took.before)}>
        {t('standard.untake')}
      </Act>
    </p>
  )
}

interface RowListProps {
  readonly rows: readonly StandardRow[]
  readonly at: number
  readonly onAt: (at: number) => void
  readonly onRows: (rows: readonly StandardRow[]) => void
}

function RowList({ rows, at, onAt, onRows }: RowListProps) {
  const { t } = useMessages()
  const move = (by: number): void => {
    const to = at + by
    const row = rows[at]
    if (!row || to < 0 || to >= rows.length) return
    onRows(rows.toSpliced(at, 1).toSpliced(to, 0, row))
    onAt(to)
  }
  return (
    <Sheet
      title={t('standard.list')}
      acts={
        <>
          <Act
            size="small"
            icon="add"
            keys="Alt+A"
            onAct={() => (onRows([...rows, emptyStandardRow]), onAt(rows.length))}
          >
            {t('standard.addRow')}
          </Act>
          <Act size="small" onAct={() => move(-1)}>
            {t('standard.moveUp')}
          </Act>
          <Act size="small" onAct={() => move(1)}>
            {t('standard.moveDown')}
          </Act>
          <Act size="small" onAct={() => (onRows(rows.toSpliced(at, 1)), onAt(Math.max(0, at - 1)))}>
            {t('standard.removeRow')}
          </Act>
        </>
      }
    >
      <ol className="standard-rows">
        {rows.map(({ matter }, n) => (
          <li key={n}>
            <button type="button" className="document-pick" aria-pressed={n === at} onClick={() => onAt(n)}>
              {matter === '' ? t('standard.unnamed') : matter}
            </button>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

interface RowFieldsProps {
  readonly row: StandardRow
  readonly n: number
  readonly onRow: (row: StandardRow) => void
}

function RowFields({ row, n, onRow }: RowFieldsProps) {
  const { t } = useMessages()
  return (
    <Sheet title={t('standard.row', { n })}>
      <div className="standard-fields">
        {standardColumns.map(column => (
          <TextArea
            key={column}
            label={t(`standard.column.${column}`)}
            optional={column === 'matter' ? false : 'unsaid'}
            value={row[column]}
            rows={[1, 4]}
            maxLength={column === 'matter' ? 500 : 2_000}
            onChange={value => onRow({ ...row, [column]: value })}
          />
        ))}
      </div>
    </Sheet>
  )
}
