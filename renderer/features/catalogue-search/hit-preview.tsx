import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import type { FoundDocument, MarkedText } from '#shared/application/catalogue-search'
import type { Desk } from '#shared/application/desk'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Marked, paragraphsOf } from './marked-text'
import { sideValueWords } from './side-words'

export interface HitPreviewProps {
  readonly desk: Pick<Desk, 'documents' | 'catalogueSearch'>
  readonly hit: FoundDocument | undefined
  readonly line: string
  readonly acts: ReactNode
}

/** The chosen document beside the list: its facts, its text with every place marked, and what can be done with it. */
export function HitPreview({ desk, hit, line, acts }: HitPreviewProps) {
  const { t } = useMessages()
  const shown = useDocument(desk, hit, line)
  return (
    <section className="lookup-preview" aria-label={t('lookup.preview')}>
      {hit ? (
        <>
          <div className="lookup-acts">{acts}</div>
          <h2 className="lookup-title">{hit.title.text}</h2>
          <Facts hit={hit} record={shown?.record ?? null} />
          {shown ? <Text marked={shown.marked} /> : <div className="lookup-text" />}
        </>
      ) : (
        <p className="lookup-none">{t('lookup.preview.none')}</p>
      )}
    </section>
  )
}

interface ShownDocument {
  readonly record: DocumentRecord | null
  readonly marked: MarkedText
}

function useDocument(
  { documents, catalogueSearch }: HitPreviewProps['desk'],
  hit: FoundDocument | undefined,
  line: string,
): ShownDocument | undefined {
  const [shown, setShown] = useState<ShownDocument & { readonly id: string }>()
  const id = hit?.documentId
  useEffect(() => {
    if (!hit) return // another answer brings another object: the document may have been changed
    const id = hit.documentId
    let isCurrent = true
    const read = async () => {
      const [[record = null], [text = '']] = await Promise.all([documents.get([id]), documents.texts([id])])
      const marked = await catalogueSearch.mark(line, text)
      if (isCurrent) setShown({ id, record, marked })
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [documents, catalogueSearch, hit, line])
  return shown?.id === id ? shown : undefined
}

function Facts({ hit, record }: { readonly hit: FoundDocument; readonly record: DocumentRecord | null }) {
  const { t, format } = useMessages()
  const { documentDate, docNo, facets } = hit
  const details = record?.document.details
  const items = [
    { label: t('lookup.field.docNo'), value: docNo.text },
    { label: t('lookup.field.indexNo'), value: details?.indexNo },
    { label: t('lookup.field.issuer'), value: facets.issuer },
    { label: t('lookup.field.documentDate'), value: documentDate ? format.fullDay(documentDate) : '' },
    {
      label: t('lookup.field.publishedOn'),
      value: details?.publishedOn === undefined ? '' : format.fullDay(details.publishedOn),
    },
    { label: t('lookup.field.validity'), value: sideValueWords('validity', facets.validity, { t, topics: {} }) },
  ]
  return <KeyValueList items={items.flatMap(({ label, value }) => (value ? [{ label, value }] : []))} />
}

function Text({ marked }: { readonly marked: MarkedText }) {
  const { t } = useMessages()
  const [at, setAt] = useState(0)
  const text = useRef<HTMLDivElement>(null)
  const paragraphs = useMemo(() => numbered(paragraphsOf(marked)), [marked])
  const count = marked.marks.length
  const goTo = (next: number): void => {
    setAt(next)
    text.current?.querySelector(`[data-mark="${next}"]`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <div ref={text} id="lookup-text" className="lookup-text" tabIndex={0} role="region" aria-label={t('lookup.text')}>
        {marked.text === '' ? (
          <p className="lookup-none">{t('lookup.preview.noText')}</p>
        ) : (
          paragraphs.map(({ of, firstMark }, index) => (
            <p key={index}>
              <Marked of={of} firstMark={firstMark} currentMark={at} />
            </p>
          ))
        )}
      </div>
      {count > 0 ? (
        <div className="lookup-marks">
          <span role="status">{t('lookup.marks', { at: at + 1, n: count })}</span>
          <Act look="quiet" keys="N" onAct={() => goTo((at + 1) % count)}>
            {t('lookup.nextMark')}
          </Act>
        </div>
      ) : null}
    </>
  )
}

function numbered(paragraphs: readonly MarkedText[]): { readonly of: MarkedText; readonly firstMark: number }[] {
  let firstMark = 0
  return paragraphs.map(of => {
    const own = { of, firstMark }
    firstMark += of.marks.length
    return own
  })
}
