import { useEffect, useState } from 'react'
import { nothingTicked, type FoundDocument } from '#shared/application/catalogue-search'
import type { Desk } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { postsForEnquiry } from '#shared/domain/enquiries/enquiry-acts'
import type { EnquiryFact, EnquiryOutcome } from '#shared/domain/enquiries/enquiry-facts'
import { ok } from '#shared/kernel/result'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { citationOf } from './citation'
import type { DemandLine } from './demand-lines'

interface DemandDialogProps {
  readonly desk: Desk
  readonly line: DemandLine
  readonly onClose: () => void
}

/** Puts a wish forward to be disclosed by the office itself (条例 art. 44). */
export function ProposeDialog({ desk, line, onClose }: DemandDialogProps) {
  const { t } = useMessages()
  const [reason, setReason] = useState('')
  const { isBusy, problem, write } = useWriting(desk, onClose)
  const typed = reason.trim()
  const propose = () => write([line.enquiryId], { type: 'enquiry.proposed@1', open: {}, personal: { reason: typed } })
  return (
    <Dialog
      open
      title={t('lookup.demand.propose')}
      onClose={onClose}
      acts={
        <Acts
          onClose={onClose}
          isBusy={isBusy}
          disabledBecause={typed === '' ? t('lookup.demand.reasonFirst') : undefined}
          label={t('lookup.demand.proposeDo')}
          onDo={propose}
        />
      }
    >
      <p>{t('lookup.demand.proposeBasis')}</p>
      <p>
        {t('lookup.demand.words')}：{line.words ?? t('lookup.demand.erased')}
      </p>
      <TextField label={t('lookup.demand.reason')} value={reason} onChange={setReason} maxLength={500} takesFocus />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

const outcomes: readonly EnquiryOutcome[] = ['published', 'notHeld', 'notSuitable']

/** What became of a wish. Recorded as published, it names a public document that has the words now. */
export function SettleDialog({ desk, line, onClose }: DemandDialogProps) {
  const { t } = useMessages()
  const [outcome, setOutcome] = useState<EnquiryOutcome | null>(null)
  const [documentId, setDocumentId] = useState<DocumentId | null>(null)
  const found = usePublicHits(desk, line.words ?? '')
  const { isBusy, problem, write } = useWriting(desk, onClose)
  const whyNot = (): string | undefined => {
    if (!outcome) return t('lookup.demand.outcomeFirst')
    if (outcome !== 'published' || documentId) return undefined
    return found.length === 0 ? t('lookup.demand.noHits') : t('lookup.demand.documentFirst')
  }
  const settle = () => {
    if (!outcome) return
    const open = outcome === 'published' && documentId ? { outcome, documentId } : { outcome }
    write(line.unsettled, { type: 'enquiry.settled@1', open })
  }
  return (
    <Dialog
      open
      title={t('lookup.demand.settle')}
      onClose={onClose}
      acts={
        <Acts
          onClose={onClose}
          isBusy={isBusy}
          disabledBecause={whyNot()}
          label={t('lookup.demand.settleDo')}
          onDo={settle}
        />
      }
    >
      <p>
        {t('lookup.demand.words')}：{line.words ?? t('lookup.demand.erased')}
      </p>
      <ChoiceGroup
        label={t('lookup.demand.outcome')}
        look="list"
        choices={outcomes.map(value => ({ value, label: t(`lookup.demand.settled.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome === 'published' && found.length > 0 ? (
        <ChoiceGroup
          label={t('lookup.demand.document')}
          hint={t('lookup.demand.publishedHow')}
          look="list"
          choices={found.map(hit => ({ value: hit.documentId, label: citationOf(hit) }))}
          value={documentId}
          onChange={setDocumentId}
        />
      ) : null}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

function usePublicHits({ catalogueSearch }: Desk, line: string): readonly FoundDocument[] {
  const [found, setFound] = useState<readonly FoundDocument[]>([])
  useEffect(() => {
    let isCurrent = true
    if (line.trim() === '') return
    const question = { lane: 'demand', among: 'public', line, isTyping: false, ticked: nothingTicked } as const
    void catalogueSearch.ask({ ...question, limit: 8, order: 'newest' }).then(answer => {
      if (isCurrent && answer.ok) setFound(answer.value.hits)
    })
    return () => {
      isCurrent = false
    }
  }, [catalogueSearch, line])
  return found
}

function useWriting(desk: Desk, onDone: () => void) {
  const { isBusy, problem, run } = useRunning<Problem>()
  const write = (enquiryIds: DemandLine['unsettled'], fact: EnquiryFact): void => {
    const role = desk.me.posts.find(post => postsForEnquiry[fact.type].includes(post))
    if (!role) return
    const all = async () => {
      for (const enquiryId of enquiryIds) {
        const written = await desk.enquiries.write(role, enquiryId, [fact])
        if (!written.ok) return written
      }
      return ok('done' as const)
    }
    void run(all).then(done => (done ? onDone() : undefined))
  }
  return { isBusy, problem, write }
}

interface ActsProps {
  readonly onClose: () => void
  readonly isBusy: boolean
  readonly disabledBecause: string | undefined
  readonly label: string
  readonly onDo: () => void
}

function Acts({ onClose, isBusy, disabledBecause, label, onDo }: ActsProps) {
  const { t } = useMessages()
  return (
    <>
      <Act showsKeys="Esc" onAct={onClose}>
        {t('lookup.cancel')}
      </Act>
      <Act look="primary" keys="Ctrl+Enter" busy={isBusy} disabledBecause={disabledBecause} onAct={onDo}>
        {label}
      </Act>
    </>
  )
}
