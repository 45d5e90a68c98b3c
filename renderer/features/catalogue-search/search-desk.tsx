import { useEffect, useMemo, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { nothingTicked, type SearchAmong, type Ticked } from '#shared/application/catalogue-search'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import { useOffice } from '../../case-parts/use-office'
import { AnswerActs } from './answer-acts'
import { HitList } from './hit-list'
import { HitPreview } from './hit-preview'
import { KeptSearches } from './kept-searches'
import { ListPaper } from './list-paper'
import { NothingFound } from './nothing-found'
import { SearchBox } from './search-box'
import { SideFilters } from './side-filters'
import { StateLine } from './state-line'
import { useFound } from './use-found'
import { useKeptSearches } from './use-kept-searches'
import './catalogue-search.css'

export interface SearchDeskProps {
  readonly desk: Desk
  /** What the box holds at first. Never in an address: a name may be among the words. */
  readonly startLine?: string
  readonly onRegister: () => void
  readonly onDemand: () => void
}

const atFirst = 30
const most = 500

/** 检索: what is public already is found while the visitor speaks. */
export function SearchDesk({ desk, startLine = '', onRegister, onDemand }: SearchDeskProps) {
  const { t } = useMessages()
  const [line, setLine] = useState(startLine)
  const [isTyping, setTyping] = useState(false)
  const [ticked, setTicked] = useState<Ticked>(nothingTicked)
  const [among, setAmong] = useState<SearchAmong>('public')
  const [limit, setLimit] = useState(atFirst)
  const [chosenId, setChosenId] = useState<DocumentId | null>(null)
  const [printsList, setPrintsList] = useState(false)
  const asked = useMemo(
    () => ({
      ...{ lane: 'desk', among, line, isTyping, ticked, limit },
      order: line.trim() === '' ? ('newest' as const) : ('relevance' as const),
    }),
    [among, line, isTyping, ticked, limit],
  )
  const { page, line: answeredLine, refusal } = useFound(desk.catalogueSearch, asked)
  const kept = useKeptSearches(desk)
  const topics = useOffice(desk.offices)?.topicNames ?? {}
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useShortcuts([{ keys: '/', run: () => box.current?.select() }])
  useEffect(() => box.current?.focus(), [])

  const hits = page?.hits ?? []
  const chosen = hits.find(({ documentId }) => documentId === chosenId) ?? hits[0]
  const type = (next: string): void => {
    setLine(next)
    setTyping(true)
    setLimit(atFirst)
  }
  /** The words are whole now: the list is gone to, and the search is one of the recent ones. */
  const settle = (): void => {
    setTyping(false)
    kept.remember(line)
    list.current?.focus()
  }
  const again = (next: string, sides: Ticked = nothingTicked): void => {
    setLine(next)
    setTyping(false)
    setTicked(sides)
    setLimit(atFirst)
    box.current?.focus()
  }
  return (
    <div className="lookup">
      <PageHead
        title={t('lookup.title')}
        acts={
          <>
            <Act keys="Alt+U" onAct={onDemand}>
              {t('lookup.unmetList')}
            </Act>
            <Act
              keys="Alt+P"
              disabledBecause={hits.length === 0 ? t('lookup.printListNothing') : undefined}
              onAct={() => setPrintsList(true)}
            >
              {t('lookup.printList')}
            </Act>
          </>
        }
      />
      <SearchBox ref={box} line={line} tookMs={page?.tookMs} by={page?.by} onLine={type} onSettle={settle} />
      <KeptSearches {...{ kept, line, ticked }} onAgain={again} />
      <StateLine search={desk.catalogueSearch} />
      {refusal ? (
        <ProblemNote
          sentence={{
            what: t('lookup.failed.what'),
            kept: t('lookup.failed.kept'),
            next: t('lookup.failed.next', { reference: refusal.reference }),
          }}
        />
      ) : null}
      <div className="lookup-columns">
        <SideFilters
          counts={page?.counts}
          {...{ ticked, topics, among }}
          onTicked={next => (setTicked(next), setLimit(atFirst))}
          onAmong={next => (setAmong(next), setTicked(nothingTicked), setChosenId(null))}
        />
        {page && page.total === 0 ? (
          <NothingFound
            {...{ desk, among, onRegister }}
            line={answeredLine}
            isTicked={ticked !== nothingTicked}
            proposals={page.proposals}
            onLine={again}
            onUntick={() => setTicked(nothingTicked)}
          />
        ) : (
          <HitList
            ref={list}
            {...{ page, topics }}
            chosen={chosen}
            onChoose={setChosenId}
            onMore={page && page.total > hits.length && limit < most ? () => setLimit(limit + 50) : undefined}
          />
        )}
        <HitPreview
          key={chosen?.documentId ?? ''}
          desk={desk}
          hit={chosen}
          line={answeredLine}
          acts={chosen ? <AnswerActs {...{ desk, among }} hit={chosen} line={answeredLine} /> : null}
        />
      </div>
      {printsList && page ? (
        <ListPaper {...{ desk, page, topics }} line={answeredLine} onClose={() => setPrintsList(false)} />
      ) : null}
    </div>
  )
}
