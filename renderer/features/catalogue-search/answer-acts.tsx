import { useState } from 'react'
import type { FoundDocument, SearchAmong } from '#shared/application/catalogue-search'
import type { Desk } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import { postsForEnquiry } from '#shared/domain/enquiries/enquiry-acts'
import type { EnquiryId } from '#shared/domain/enquiries/enquiry-facts'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { useClipboard } from '../../ui/acts/clipboard'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { citationOf } from './citation'
import { DocumentPaper } from './document-paper'

export interface AnswerActsProps {
  readonly desk: Desk
  readonly among: SearchAmong
  readonly hit: FoundDocument
  readonly line: string
}

/** What is done with a document that was found: the visitor is answered with it, it is printed, or cited. */
export function AnswerActs({ desk, among, hit, line }: AnswerActsProps) {
  const { t } = useMessages()
  const [done, setDone] = useState<{ readonly of: FoundDocument['documentId']; readonly words: string } | null>(null)
  const [isPrinting, setPrinting] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const role = desk.me.posts.find(post => postsForEnquiry['enquiry.answered@1'].includes(post))
  const say = (words: string): void => setDone({ of: hit.documentId, words })
  const words = line.trim()
  const putOnClipboard = useClipboard()
  const answer = async (): Promise<void> => {
    if (!role) return
    const open = { documentIds: [hit.documentId] }
    const fact = { type: 'enquiry.answered@1', open, personal: { words } } as const
    const written = await run(async () => {
      const reply = await desk.enquiries.write(role, desk.newId() as EnquiryId, [fact])
      return reply.ok ? { ok: true as const, value: true } : reply
    })
    if (written) say(t('lookup.answered', { title: hit.title.text }))
  }
  const copy = async (): Promise<void> => {
    const citation = citationOf(hit)
    // Where it fails it stands on the page and can be marked there.
    say((await putOnClipboard(citation)) ? t('lookup.copied', { citation }) : t('lookup.copyFailed', { citation }))
  }
  return (
    <>
      <Act look="primary" keys="F7" busy={isBusy} disabledBecause={whyNot()} onAct={() => void answer()}>
        {t('lookup.answer')}
      </Act>
      <Act icon="print" keys="P" onAct={() => setPrinting(true)}>
        {t('lookup.print')}
      </Act>
      <Act keys="C" onAct={() => void copy()}>
        {t('lookup.copy')}
      </Act>
      <p className="lookup-done" role="status">
        {done?.of === hit.documentId ? done.words : ''}
      </p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {isPrinting ? <DocumentPaper {...{ desk, hit }} onClose={() => setPrinting(false)} /> : null}
    </>
  )

  function whyNot(): string | undefined {
    if (among === 'held') return t('lookup.heldNot')
    if (words === '') return t('lookup.needsWords')
    return role ? undefined : t('lookup.notYours')
  }
}
