import { useEffect, useRef, useState, type RefObject } from 'react'
import type { FoundDocument } from '#shared/application/catalogue-search'
import type { Desk } from '#shared/application/desk'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import { useWatch } from '../../ui/states/use-watch'
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
import { isTicked } from './side-words'
import { useAsked, type Asked } from './use-asked'
import { useFound, type Found } from './use-found'
import { useKeptSearches } from './use-kept-searches'
import './catalogue-search.css'

export interface SearchDeskProps {
  readonly desk: Desk
  /** What the box holds at first. Never in an address: a name may be among the words. */
  readonly startLine?: string
  readonly onRegister: () => void
  readonly onDemand: () => void
}

/** 检索: what is public already is found while the visitor speaks. */
export function SearchDesk({ desk, startLine = '', onRegister, onDemand }: SearchDeskProps) {
  const { t } = useMessages()
  const asked = useAsked(startLine)
  const { question } = asked
  const found = useFound(desk.catalogueSearch, question)
  const kept = useKeptSearches(desk)
  const [printsList, setPrintsList] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useShortcuts([{ keys: '/', run: () => box.current?.select() }])
  useEffect(() => box.current?.focus(), [])
  const { page, refusal } = found
  const nothing = !page || page.hits.length === 0
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
              disabledBecause={nothing ? t('lookup.printListNothing') : undefined}
              onAct={() => setPrintsList(true)}
            >
              {t('lookup.printList')}
            </Act>
          </>
        }
      />
      <SearchBox
        ref={box}
        line={question.line}
        page={page}
        onLine={asked.type}
        onSettle={() => {
          asked.settle()
          kept.remember(question.line)
          list.current?.focus()
        }}
      />
      <KeptSearches
        {...{ kept, line: question.line, ticked: question.ticked }}
        onAgain={(line, ticked) => (asked.askAgain(line, ticked), box.current?.focus())}
      />
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
      <Columns {...{ desk, asked, found, list, onRegister }} />
      {printsList && page ? (
        <ListPaper {...{ desk, page }} line={found.line} onClose={() => setPrintsList(false)} />
      ) : null}
    </div>
  )
}

interface ColumnsProps extends Pick<SearchDeskProps, 'desk' | 'onRegister'> {
  readonly asked: Asked
  readonly found: Found
  readonly list: RefObject<HTMLDivElement | null>
}

/** Filters, list, document. */
function Columns({ desk, asked, found: { page, line }, list, onRegister }: ColumnsProps) {
  const [chosenId, setChosenId] = useState<DocumentId | null>(null)
  const topics = useOffice(desk.offices)?.topicNames ?? {}
  const state = useWatch(desk.catalogueSearch.watchState)
  const { among, ticked } = asked.question
  const chosen = chosenOf(page?.hits ?? [], chosenId)
  const hasMore = page !== undefined && page.total > page.hits.length
  return (
    <div className="lookup-columns">
      <SideFilters
        counts={page?.counts}
        {...{ ticked, topics, among }}
        onTicked={asked.tick}
        onAmong={next => (asked.lookAmong(next), setChosenId(null))}
      />
      {page?.total === 0 ? (
        <NothingFound
          {...{ desk, among, onRegister, line, state }}
          isTicked={isTicked(ticked)}
          proposals={page.proposals}
          onLine={asked.askAgain}
          onUntick={() => asked.tick({ facets: {}, years: [] })}
        />
      ) : (
        <HitList
          ref={list}
          {...{ page, topics, chosen }}
          onChoose={setChosenId}
          onMore={hasMore ? asked.more : undefined}
        />
      )}
      <HitPreview
        key={chosen?.documentId ?? ''}
        desk={desk}
        hit={chosen}
        line={line}
        acts={chosen ? <AnswerActs {...{ desk, among, line }} hit={chosen} /> : null}
      />
    </div>
  )
}

/** The first one where none was chosen, or the chosen one is not among them any more. */
const chosenOf = (hits: readonly FoundDocument[], id: DocumentId | null): FoundDocument | undefined =>
  hits.find(({ documentId }) => documentId === id) ?? hits[0]
