import { useEffect, useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import type { Problem } from '#shared/contracts/problems'
import type { TextPlace } from '#shared/domain/catalogue/document'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { useClipboard } from '../../ui/acts/clipboard'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import { useToast } from '../../ui/states/use-toast'
import { firstRuns, runsOnlyHere, type TextRun } from './runs-only-here'

export interface BothTextsProps {
  readonly desk: Desk
  readonly record: DocumentRecord
  /** The act that brought the text which another wrote over. */
  readonly lost: TextPlace
}

/** The text that stands and the one that was written over, side by side, with a mark on what only one of them says. */
export function BothTexts({ desk, record, lost }: BothTextsProps) {
  const { t } = useMessages()
  const { texts, problem } = useBothTexts(desk, record, lost)
  const [portions, setPortions] = useState(1)
  const isSlow = useLate(!texts && !problem)
  const runs = useMemo(
    () => texts && { now: runsOnlyHere(texts.now, texts.lost ?? ''), lost: runsOnlyHere(texts.lost ?? '', texts.now) },
    [texts],
  )
  if (problem) return <ProblemNote sentence={problemSentence(problem, t)} />
  if (!texts || !runs) return isSlow ? <ProgressLine>{t('document.compare.reading')}</ProgressLine> : null
  if (texts.lost === null) return <p>{t('document.compare.notHere')}</p>
  const most = portions * portionChars
  const isMore = Math.max(texts.now.length, texts.lost.length) > most
  return (
    <>
      <p className="dialog-hint">{t('document.compare.marks')}</p>
      <div className="document-both">
        <OneText title={t('document.compare.now')} runs={firstRuns(runs.now, most)} />
        <OneText title={t('document.compare.lost')} runs={firstRuns(runs.lost, most)} />
      </div>
      <div className="document-both-acts">
        {isMore ? (
          <Act size="small" onAct={() => setPortions(portions + 1)}>
            {t('document.moreText')}
          </Act>
        ) : null}
        {texts.lost === '' ? null : <CopyLost text={texts.lost} />}
      </div>
    </>
  )
}

/** A text of hundreds of thousands of letters at once would hold the window up. */
const portionChars = 20_000

function OneText({ title, runs }: { readonly title: string; readonly runs: readonly TextRun[] }) {
  const { t } = useMessages()
  return (
    <section className="document-one">
      <h3>{title}</h3>
      <div className="document-one-text" lang="zh-CN" tabIndex={0} role="region" aria-label={title}>
        {runs.length === 0
          ? t('document.conflict.nothing')
          : runs.map(({ text, isOnlyHere }, n) =>
              isOnlyHere ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>,
            )}
      </div>
    </section>
  )
}

/** For whoever takes it back in 修改. */
function CopyLost({ text }: { readonly text: string }) {
  const { t } = useMessages()
  const putOnClipboard = useClipboard()
  const tell = useToast()
  const copy = async (): Promise<void> => {
    tell(t((await putOnClipboard(text)) ? 'document.compare.copied' : 'document.compare.notCopied'))
  }
  return (
    <Act size="small" onAct={() => void copy()}>
      {t('document.compare.copy')}
    </Act>
  )
}

interface Texts {
  readonly now: string
  readonly lost: string | null
}

/** The one that stands is read again when the document changes. */
function useBothTexts({ documents, catalogue }: Desk, { documentId, document }: DocumentRecord, lost: TextPlace) {
  const [texts, setTexts] = useState<Texts | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { chain, seq } = lost
  useEffect(() => {
    let isHere = true
    const read = async (): Promise<void> => {
      const [now = ''] = await documents.texts([documentId])
      const found = await catalogue.textAt(documentId, { chain, seq })
      if (!isHere) return
      if (found.ok) setTexts({ now, lost: found.value })
      else setProblem(found.problem)
    }
    void read()
    return () => {
      isHere = false
    }
  }, [documents, catalogue, documentId, document.text, chain, seq])
  return { texts, problem }
}
