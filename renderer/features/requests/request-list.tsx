import { useMemo, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { postsFor } from '#shared/domain/requests/request-transitions'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { ProgressLine } from '../../ui/states/progress-line'
import { FilterBox } from '../../ui/tables/filter-box'
import { ListFoot } from '../../ui/tables/list-foot'
import { useWatch } from '../../ui/states/use-watch'
import { useLate } from '../../ui/states/use-late'
import { ListChips } from './list-chips'
import { ListEmpty } from './list-empty'
import { chips, countOf, rowsFor, type Condition } from './list-condition'
import { ListMore } from './list-more'
import { listedRows, type ListedRow } from './list-rows'
import { ExportDialog } from './export-dialog'
import { ListTable } from './list-table'
import { PrintDialog } from './print-dialog'
import { SavedBar } from './saved-bar'
import { usePreparedSearch } from './use-prepared-search'
import { useOfficeSettings } from '../../case-parts/use-office'
import { useStaffNames } from '../../case-parts/use-staff-names'
import './request-list.css'

export interface RequestListProps {
  readonly desk: Desk
  /** What the filter holds at first; then it looks in all cases, ended ones too. */
  readonly startText?: string
  readonly onOpen: (requestId: RequestId) => void
  readonly onImport: () => void
  readonly onRegister: () => void
  readonly onToday: () => void
  /** Where the list begins, as the Today board asks for it; anything unknown is what is open. */
  readonly chip?: string | undefined
}

/** 办件: every request with its due date, filtered by a chip and by words. */
export function RequestList({ desk, ...rest }: RequestListProps) {
  const { t } = useMessages()
  const records = useWatch(desk.requests.watchAll)
  const isSlow = useLate(records === undefined)
  const warningWorkingDays = useOfficeSettings(desk.offices)?.warningWorkingDays
  const rows = useMemo(() => {
    if (!records || warningWorkingDays === undefined) return undefined
    const viewer = { me: desk.me.personId, posts: desk.me.posts, today: desk.today, warningWorkingDays }
    return listedRows(records, viewer, desk.calendar)
  }, [records, desk, warningWorkingDays])
  if (!rows || warningWorkingDays === undefined)
    return isSlow ? <ProgressLine>{t('requests.list.reading')}</ProgressLine> : null
  return <ReadyList {...{ desk, rows, warningWorkingDays }} records={records ?? none} {...rest} />
}

const none: readonly RequestRecord[] = []

interface ReadyListProps extends RequestListProps {
  readonly records: readonly RequestRecord[]
  readonly rows: readonly ListedRow[]
  readonly warningWorkingDays: number
}

function ReadyList(props: ReadyListProps) {
  const { desk, records, rows, startText = '', chip, warningWorkingDays } = props
  const { onOpen, onImport, onRegister, onToday } = props
  const { t } = useMessages()
  const nameOf = useStaffNames(desk)
  usePreparedSearch(rows)
  const [condition, setCondition] = useState<Condition>({
    chip: startText === '' ? (chips.find(each => each === chip) ?? 'open') : 'all',
    text: startText,
  })
  const [asked, setAsked] = useState<'export' | 'print' | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const found = useMemo(() => rowsFor(condition, rows), [condition, rows])
  const openCount = useMemo(() => countOf('open', rows), [rows])
  const mayRegister = desk.me.posts.some(post => postsFor['request.registered@1'].includes(post))
  const goToRows = (): void => table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
  return (
    <div className="list-page request-list">
      <PageHead
        title={t('requests.list.title')}
        notes={t('requests.list.count', { n: openCount })}
        acts={
          <>
            <Act keys="Alt+I" onAct={onImport}>
              {t('import.open')}
            </Act>
            <Act
              disabledBecause={found.length === 0 ? t('lists.exportNothing') : undefined}
              onAct={() => setAsked('export')}
            >
              {t('lists.export')}
            </Act>
            <Act
              keys="Alt+P"
              disabledBecause={found.length === 0 ? t('lists.print.nothing') : undefined}
              onAct={() => setAsked('print')}
            >
              {t('lists.print')}
            </Act>
          </>
        }
      />
      <div className="list-conditions">
        <ListChips
          rows={rows}
          chip={condition.chip}
          warningWorkingDays={warningWorkingDays}
          onChange={chip => setCondition({ ...condition, chip })}
        />
        <FilterBox
          label={t('requests.list.filter')}
          text={condition.text}
          onText={text => setCondition({ ...condition, text })}
          onDown={goToRows}
        />
        <ListMore {...{ desk, rows, condition, nameOf }} onCondition={setCondition} />
        <SavedBar desk={desk} condition={condition} onCondition={setCondition} />
      </div>
      {found.length === 0 ? (
        <ListEmpty
          {...{ rows, condition, warningWorkingDays, onOpen, onToday }}
          onCondition={setCondition}
          today={desk.today}
          onRegister={mayRegister ? onRegister : undefined}
        />
      ) : (
        <>
          <ListTable ref={table} rows={found} {...{ nameOf, onOpen }} today={desk.today} />
          <ListFoot
            shown={t('requests.list.shown', { n: found.length })}
            hints={[
              { keys: ['Up', 'Down'], label: t('requests.list.keyMove') },
              { keys: ['Enter'], label: t('requests.list.keyOpen') },
              { keys: ['/'], label: t('requests.list.keyFind') },
            ]}
          />
        </>
      )}
      {asked === 'export' ? (
        <ExportDialog {...{ desk, nameOf }} records={recordsOf(found, records)} onClose={() => setAsked(null)} />
      ) : null}
      {asked === 'print' ? (
        <PrintDialog
          {...{ desk, nameOf, condition }}
          records={recordsOf(found, records)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </div>
  )
}

/** The requests of these rows, in the order of the rows. */
function recordsOf(rows: readonly ListedRow[], records: readonly RequestRecord[]): readonly RequestRecord[] {
  const byId = new Map(records.map(record => [record.requestId, record]))
  return rows.flatMap(({ requestId }) => byId.get(requestId) ?? [])
}
