import { useEffect, useState } from 'react'
import type {
  CatalogueQuestion,
  FoundDocument,
  FoundPage,
  KioskCatalogue,
  KioskDesk,
} from '#shared/application/kiosk/ports'
import { parseCivilDate } from '#shared/domain/calendar/civil-date'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { useWatch } from '../../ui/states/use-watch'
import { BigAct } from './big-act'
import type { KioskScreenProps } from './kiosk-context'
import { resultsFor } from './home-page'
import { Marked } from './marked'
import { SearchBox } from './search-box'

const onOnePage = 5

export interface ResultsPageProps extends KioskScreenProps {
  readonly question: CatalogueQuestion
  readonly from: number
}

export function ResultsPage({ desk, go, turn, question, from }: ResultsPageProps) {
  const { t } = useMessages()
  const [text, setText] = useState(question.kind === 'typed' ? question.text : '')
  const found = useFound(desk.catalogue, question, from)
  const page = found === 'failed' ? null : found
  useMissed(desk, question, page)
  const asked = question.kind === 'typed' ? question.text : question.topic
  const search = () => (text.trim() === '' ? undefined : turn(resultsFor(text)))
  return (
    <div className="kiosk-results">
      <h1 className={question.kind === 'typed' ? 'unseen' : ''}>
        {question.kind === 'typed' ? t('kiosk.results') : question.topic}
      </h1>
      {question.kind === 'typed' ? <SearchBox text={text} onChange={setText} onSearch={search} /> : null}
      <p role="status" className="kiosk-total">
        {found === 'failed' ? t('kiosk.failed') : totalWords(found, asked, t)}
      </p>
      {page?.total === 0 ? <NothingFound proposals={page.proposals} onTake={one => turn(resultsFor(one))} /> : null}
      <ol className="kiosk-list" start={from + 1}>
        {page?.found.map((found, at) => (
          <FoundRow
            key={found.id}
            found={found}
            n={from + at + 1}
            onOpen={() => go({ page: 'document', id: found.id })}
          />
        ))}
      </ol>
      {page && page.total > onOnePage ? (
        <Pages total={page.total} from={from} onTurn={to => turn({ page: 'results', question, from: to })} />
      ) : null}
    </div>
  )
}

function totalWords(page: FoundPage | null, asked: string, t: Translate): string {
  if (page === null) return t('kiosk.results.busy')
  return page.total > 0 ? t('kiosk.results.total', { total: page.total }) : t('kiosk.results.none', { asked })
}

type Found = FoundPage | 'failed'

function useFound(catalogue: KioskCatalogue, question: CatalogueQuestion, from: number): Found | null {
  const [found, setFound] = useState<{ readonly key: string; readonly page: Found } | null>(null)
  const key = JSON.stringify([question, from])
  useEffect(() => {
    let isShown = true
    const [asked, place] = JSON.parse(key) as [CatalogueQuestion, number]
    const show = (page: Found) => (isShown ? setFound({ key, page }) : undefined)
    void catalogue.search(asked, { from: place, most: onOnePage }).then(show, () => show('failed'))
    return () => void (isShown = false)
  }, [catalogue, key])
  return found?.key === key ? found.page : null
}

/** Only where every document was looked through: what is still being taken in is not missing. */
function useMissed(desk: KioskDesk, question: CatalogueQuestion, page: FoundPage | null): void {
  const isReady = useWatch(desk.catalogue.watchState)?.kind === 'ready'
  const words = isReady && question.kind === 'typed' && page?.total === 0 ? question.text : null
  useEffect(() => {
    if (words !== null) void desk.missed(words)
  }, [desk, words])
}

interface FoundRowProps {
  readonly found: FoundDocument
  readonly n: number
  readonly onOpen: () => void
}

function FoundRow({ found, n, onOpen }: FoundRowProps) {
  const { format } = useMessages()
  const { title, agency, docNo, documentDate, snippet } = found
  const on = parseCivilDate(documentDate)
  return (
    <li>
      <button type="button" className="kiosk-found" onClick={onOpen}>
        <span className="kiosk-found-no" aria-hidden="true">
          {n}
        </span>
        <span className="kiosk-found-words">
          <b>
            <Marked of={title} />
          </b>
          <span className="kiosk-quiet">
            {[agency, docNo, on.ok ? format.fullDay(on.value) : ''].filter(Boolean).join('　')}
          </span>
          <span>
            <Marked of={snippet} />
          </span>
        </span>
      </button>
    </li>
  )
}

function NothingFound({
  proposals,
  onTake,
}: {
  readonly proposals: readonly string[]
  readonly onTake: (text: string) => void
}) {
  const { t } = useMessages()
  return (
    <div className="kiosk-nothing">
      {proposals.length > 0 ? (
        <p>
          {t('kiosk.results.proposals')}
          {proposals.map(text => (
            <BigAct key={text} onAct={() => onTake(text)}>
              {text}
            </BigAct>
          ))}
        </p>
      ) : null}
      <p>{t('kiosk.results.none.next')}</p>
    </div>
  )
}

interface PagesProps {
  readonly total: number
  readonly from: number
  readonly onTurn: (from: number) => void
}

function Pages({ total, from, onTurn }: PagesProps) {
  const { t } = useMessages()
  const of = Math.ceil(total / onOnePage)
  const page = Math.floor(from / onOnePage) + 1
  return (
    <div className="kiosk-pages">
      <BigAct isOff={page === 1} onAct={() => onTurn(from - onOnePage)}>
        {t('kiosk.results.previous')}
      </BigAct>
      <span>{t('kiosk.results.page', { page, of })}</span>
      <BigAct isOff={page === of} onAct={() => onTurn(from + onOnePage)}>
        {t('kiosk.results.next')}
      </BigAct>
    </div>
  )
}
