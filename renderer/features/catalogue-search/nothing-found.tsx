import { useState } from 'react'
import type { SearchAmong, SearchState } from '#shared/application/catalogue-search'
import type { Desk } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import { postsForEnquiry } from '#shared/domain/enquiries/enquiry-acts'
import type { EnquiryId } from '#shared/domain/enquiries/enquiry-facts'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { EmptyState } from '../../ui/states/empty-state'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface NothingFoundProps {
  readonly desk: Desk
  readonly among: SearchAmong
  readonly line: string
  readonly isTicked: boolean
  /** Undefined for a moment. */
  readonly state: SearchState | undefined
  readonly proposals: readonly string[]
  readonly onLine: (line: string) => void
  readonly onUntick: () => void
  readonly onRegister: () => void
}

/** Says what excluded everything, what may have been meant, and what can be done: the demand is noted, or a request made. */
export function NothingFound(props: NothingFoundProps) {
  const { desk, among, line, isTicked, proposals, onLine, onUntick, onRegister } = props
  const { t } = useMessages()
  const [noted, setNoted] = useState<string | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const words = line.trim()
  const role = desk.me.posts.find(post => postsForEnquiry['enquiry.unmet@1'].includes(post))
  const note = async (): Promise<void> => {
    if (!role) return
    const fact = { type: 'enquiry.unmet@1', open: {}, personal: { words } } as const
    const written = await run(async () => {
      const reply = await desk.enquiries.write(role, desk.newId() as EnquiryId, [fact])
      return reply.ok ? { ok: true as const, value: true } : reply
    })
    if (written) setNoted(words)
  }
  if (words === '') return <NothingThere {...props} />
  return (
    <EmptyState
      title={t('lookup.empty.title', { line: words })}
      acts={
        <>
          {isTicked ? (
            <Act look="primary" onAct={onUntick}>
              {t('lookup.side.clear')}
            </Act>
          ) : null}
          {among === 'public' && !isTicked ? (
            <Act
              keys="Alt+N"
              busy={isBusy}
              disabledBecause={role ? undefined : t('lookup.notYours')}
              onAct={() => void note()}
            >
              {t('lookup.unmet')}
            </Act>
          ) : null}
          {/* F2 is the window's own key, and leads there from every page. */}
          <Act showsKeys="F2" onAct={onRegister}>
            {t('lookup.register')}
          </Act>
        </>
      }
      nearest={
        proposals.length > 0 ? (
          <>
            <p>{t('lookup.empty.meant')}</p>
            {proposals.map(proposal => (
              <Act key={proposal} look="quiet" onAct={() => onLine(proposal)}>
                {proposal}
              </Act>
            ))}
          </>
        ) : null
      }
    >
      {isTicked ? t('lookup.empty.ticked') : t('lookup.empty.next')}
      <span className="lookup-noted" role="status">
        {noted === words ? t('lookup.unmetDone', { words }) : ''}
      </span>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </EmptyState>
  )
}

/** With nothing typed: the catalogue is empty, or narrowed to nothing, or not read yet. */
function NothingThere({ among, isTicked, state, onUntick }: NothingFoundProps) {
  const { t } = useMessages()
  if (!isTicked && among === 'public' && isOnItsWay(state)) return <OnItsWay state={state} />
  const which = among === 'public' ? 'nothing' : 'nothingHeld'
  return (
    <EmptyState
      title={t(`lookup.${which}.title`)}
      acts={isTicked ? <Act onAct={onUntick}>{t('lookup.side.clear')}</Act> : null}
    >
      {isTicked ? t('lookup.empty.ticked') : t(`lookup.${which}.next`)}
    </EmptyState>
  )
}

type OnTheWay = Extract<SearchState, { kind: 'opening' | 'building' }>

/** Without an index a catalogue that looks empty may only not have been read yet. */
const isOnItsWay = (state: SearchState | undefined): state is OnTheWay =>
  state?.kind === 'opening' || state?.kind === 'building'

function OnItsWay({ state }: { readonly state: OnTheWay }) {
  const { t, format } = useMessages()
  const title =
    state.kind === 'building'
      ? t('lookup.building.title', { done: format.count(state.done) })
      : t('lookup.state.opening')
  return <EmptyState title={title}>{t('lookup.building.next')}</EmptyState>
}
