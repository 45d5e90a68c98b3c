import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { StandardListRecord } from '#shared/application/catalogue-ports'
import {
  postsForStandardLists,
  standardColumns,
  type StandardList,
  type StandardListFact,
  type StandardListId,
} from '#shared/domain/catalogue/standard-list'
import type { Problem } from '#shared/contracts/problems'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { PageHead } from '../../ui/shell/page-head'
import { Sheet } from '../../ui/sheets/sheet'
import { EmptyState } from '../../ui/states/empty-state'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { useWatch } from '../../ui/states/use-watch'
import type { SavedList } from './standard-editor'
import { StandardEditorDesk } from './standard-editor-desk'
import { useStandardFiles } from './use-standard-files'
import './standard.css'

export interface StandardListsDeskProps {
  readonly desk: Desk
  readonly onBack: () => void
}

/** 标准目录: one list for each kind of body. The program brings none; what is made up says so. */
export function StandardListsDesk({ desk, onBack }: StandardListsDeskProps) {
  const { t, format } = useMessages()
  const records = useWatch(desk.documents.watchStandardLists)
  const [edited, setEdited] = useState<StandardListRecord | 'new' | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const [last, setLast] = useState<SavedList | null>(null)
  const files = useStandardFiles(desk)
  const role = postsForStandardLists.find(post => desk.me.posts.includes(post))
  if (!records) return null
  if (edited)
    return (
      <StandardEditorDesk
        desk={desk}
        record={edited === 'new' ? null : edited}
        others={records}
        onDone={saved => {
          setEdited(null)
          setLast(saved ?? null)
        }}
      />
    )
  const write = (listId: StandardListId, fact: StandardListFact) =>
    run(async () => {
      const written = await desk.catalogue.writeList(role ?? 'clerk', listId, fact)
      return written.ok ? { ok: true, value: true } : written
    })
  const addSample = () =>
    void write(desk.newId() as StandardListId, { type: 'standardList.saved@1', open: sampleList(t) })
  /** The list as it was before it was saved last; one that was new is taken away again. */
  const takeBack = async ({ listId, before }: SavedList): Promise<void> => {
    const fact: StandardListFact = before
      ? { type: 'standardList.saved@1', open: before }
      : { type: 'standardList.removed@1', open: { reason: t('standard.undoReason') } }
    if (await write(listId, fact)) setLast(null)
  }
  const hasSample = records.some(({ kept }) => kept.list.isSample)
  return (
    <>
      <PageHead
        title={t('standard.title')}
        onBack={onBack}
        acts={
          role ? (
            <>
              {hasSample ? null : (
                <Act busy={isBusy} onAct={addSample}>
                  {t('standard.sample')}
                </Act>
              )}
              <Act look="primary" icon="add" keys="Alt+N" onAct={() => setEdited('new')}>
                {t('standard.add')}
              </Act>
            </>
          ) : null
        }
      />
      <p className="standard-what">{t('standard.what')}</p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {files.problem ? <ProblemNote sentence={problemSentence(files.problem, t)} /> : null}
      {files.saved === null ? null : <p role="status">{t('standard.saved', { name: files.saved })}</p>}
      {last ? (
        <p className="standard-took" role="status">
          {t('standard.kept', { name: last.name })}{' '}
          <Act size="small" busy={isBusy} onAct={() => void takeBack(last)}>
            {t('standard.undo')}
          </Act>
        </p>
      ) : null}
      {records.length === 0 ? <EmptyState title={t('standard.none')}>{t('standard.noneWhy')}</EmptyState> : null}
      <div className="standard-lists">
        {records.map(record => {
          const { list } = record.kept
          return (
            <Sheet
              key={record.listId}
              title={list.name}
              aside={`${list.kindOfBody}　${t('standard.rows', { n: format.count(list.rows.length) })}`}
              acts={
                role ? (
                  <Act size="small" onAct={() => setEdited(record)}>
                    {t('standard.open', { name: list.name })}
                  </Act>
                ) : null
              }
            >
              {list.isSample ? <Status flag="draft">{t('standard.isSample')}</Status> : null}
              <StandardTable list={list} />
              <div className="standard-saves" role="group" aria-label={list.name}>
                {(['xlsx', 'csv'] as const).map(ending => (
                  <Act key={ending} size="small" busy={files.isBusy} onAct={() => files.save(list, ending)}>
                    {t(`standard.save.${ending}`)}
                  </Act>
                ))}
              </div>
            </Sheet>
          )
        })}
      </div>
    </>
  )
}

function StandardTable({ list }: { readonly list: StandardList }) {
  const { t } = useMessages()
  return (
    <div className="standard-sheet" role="group" tabIndex={0} aria-label={list.name}>
      <table>
        <thead>
          <tr>
            {standardColumns.map(column => (
              <th key={column} scope="col">
                {t(`standard.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row, n) => (
            <tr key={n}>
              {standardColumns.map(column => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Every cell says that it is made up, so that no row of it can be taken for one of a real list. */
function sampleList(t: Translate): StandardList {
  const rows = [1, 2, 3].map(n =>
    Object.fromEntries(
      standardColumns.map(column => [
        column,
        `${t('standard.sample.cell', { column: t(`standard.column.${column}`) })} ${n}`,
      ]),
    ),
  )
  return {
    name: t('standard.sample.name'),
    kindOfBody: t('standard.sample.kind'),
    isSample: true,
    rows: rows as unknown as StandardList['rows'], // a text for each column
  }
}
