import { useMemo, useRef, useState } from 'react'
import { Input, type InputRef } from 'antd'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Key } from '../../ui/acts/key'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { Icon } from '../../ui/marks/icon'
import { PageHead } from '../../ui/shell/page-head'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import { useLate } from '../../ui/states/use-late'
import { ListChips } from './list-chips'
import { ListEmpty } from './list-empty'
import { chips, countOf, rowsFor, type Condition } from './list-condition'
import { ListMore } from './list-more'
import { listedRows, type ListedRow } from './list-rows'
import { ExportDialog } from './export-dialog'
import { ListTable } from './list-table'
import { SavedBar } from './saved-bar'
import { usePreparedSearch } from './use-prepared-search'
import { useStaffNames } from '../../case-parts/use-staff-names'
import './request-list.css'

export interface RequestListProps {
  readonly desk: Desk
  /** What the filter holds at first; then it looks in all cases, ended ones too. */
  readonly startText?: string
  readonly onOpen: (requestId: RequestId) => void
  readonly onImport: () => void
  /** Where the list begins, as the Today board asks for it; anything unknown is what is open. */
  readonly chip?: string | undefined
}

/** 办件: every request with its due date, filtered by a chip and by words. */
export function RequestList({ desk, ...rest }: RequestListProps) {
  const { t } = useMessages()
  const records = useWatch(desk.requests.watchAll)
  const isSlow = useLate(records === undefined)
  const rows = useMemo(() => {
    const viewer = { me: desk.me.personId, posts: desk.me.posts, today: desk.today }
    return records && listedRows(records, viewer, desk.calendar)
  }, [records, desk])
  if (!rows) return isSlow ? <ProgressLine>{t('requests.list.reading')}</ProgressLine> : null
  return <ReadyList desk={desk} records={records ?? none} rows={rows} {...rest} />
}

const none: readonly RequestRecord[] = []

interface ReadyListProps extends RequestListProps {
  readonly records: readonly RequestRecord[]
  readonly rows: readonly ListedRow[]
}

function ReadyList({ desk, records, rows, startText = '', onOpen, onImport, chip }: ReadyListProps) {
  const { t } = useMessages()
  const nameOf = useStaffNames(desk)
  usePreparedSearch(rows)
  const [condition, setCondition] = useState<Condition>({
    chip: startText === '' ? (chips.find(each => each === chip) ?? 'open') : 'all',
    text: startText,
  })
  const [isExporting, setExporting] = useState(false)
  const table = useRef<HTMLTableElement>(null)
  const found = useMemo(() => rowsFor(condition, rows), [condition, rows])
  const openCount = useMemo(() => countOf('open', rows), [rows])
  const goToRows = (): void => table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
  return (
    <div className="request-list">
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
              onAct={() => setExporting(true)}
            >
              {t('lists.export')}
            </Act>
          </>
        }
      />
      <div className="list-conditions">
        <ListChips rows={rows} chip={condition.chip} onChange={chip => setCondition({ ...condition, chip })} />
        <FilterBox text={condition.text} onText={text => setCondition({ ...condition, text })} onDown={goToRows} />
        <ListMore {...{ desk, rows, condition, nameOf }} onCondition={setCondition} />
        <SavedBar desk={desk} condition={condition} onCondition={setCondition} />
      </div>
      {found.length === 0 ? (
        <ListEmpty rows={rows} condition={condition} onCondition={setCondition} onOpen={onOpen} today={desk.today} />
      ) : (
        <>
          <ListTable ref={table} rows={found} {...{ nameOf, onOpen }} today={desk.today} />
          <p className="list-foot">
            <span role="status">{t('requests.list.shown', { n: found.length })}</span>
            <span aria-hidden="true">
              <Key keys="Up" /> <Key keys="Down" /> {t('requests.list.keyMove')} <Key keys="Enter" />{' '}
              {t('requests.list.keyOpen')} <Key keys="/" /> {t('requests.list.keyFind')}
            </span>
          </p>
        </>
      )}
      {isExporting ? (
        <ExportDialog {...{ desk, nameOf }} records={recordsOf(found, records)} onClose={() => setExporting(false)} />
      ) : null}
    </div>
  )
}

/** The requests of these rows, in the order of the rows. */
function recordsOf(rows: readonly ListedRow[], records: readonly RequestRecord[]): readonly RequestRecord[] {
  const byId = new Map(records.map(record => [record.requestId, record]))
  return rows.flatMap(({ requestId }) => byId.get(requestId) ?? [])
}

interface FilterBoxProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onDown: () => void
}

/** `/` comes here from anywhere, Down goes on to the rows, Esc empties the box. */
function FilterBox({ text, onText, onDown }: FilterBoxProps) {
  const { t } = useMessages()
  const box = useRef<InputRef>(null)
  useShortcuts([{ keys: '/', run: () => box.current?.focus({ cursor: 'all' }) }])
  return (
    <Input
      ref={box}
      className="list-filter"
      role="searchbox"
      aria-label={t('requests.list.filter')}
      aria-keyshortcuts="/"
      placeholder={t('requests.list.filter')}
      prefix={<Icon name="search" size={16} />}
      suffix={text === '' ? <Key keys="/" /> : null}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={event => onText(event.target.value)}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && text !== '') {
          event.stopPropagation()
          onText('')
        }
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        onDown()
      }}
    />
  )
}
