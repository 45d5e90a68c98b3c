import { useEffect, useRef, type RefObject } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ReplyDraft } from '#shared/application/requests/reply-draft'
import { nextStep, pathSteps, typesOf, type PathStep } from '#shared/application/requests/reply-path'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { searchInHand } from '#shared/domain/requests/search-in-hand'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Key } from '../../ui/acts/key'
import { TextLink } from '../../ui/acts/text-link'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { Mark } from '../../ui/marks/mark'
import { rowWords, whyNotIn, type WhyNot } from './decision-words'
import { stepWords, type StepWords } from './path-words'
import type { NameOf } from '../../case-parts/use-staff-names'
import './guided-path.css'

export interface GuidedPathProps {
  readonly desk: Desk
  readonly request: DisclosureRequest
  readonly draft: ReplyDraft
  readonly nameOf: NameOf
  readonly error: string | null
  readonly onStep: (step: PathStep) => void
  /** The open question does not end the path. */
  readonly onPass: () => void
  readonly onDecision: (decision: DecisionType) => void
  /** To the page of the request, where a search is recorded. */
  readonly onSearch: () => void
}

/**
 * 补不补—是不是—谁负责—有没有—给不给—怎么给: one question lies open with the replies it leads to; the others stand as one line
 * each. Ctrl with a digit opens a question (Alt with a digit leads to another desk), the arrows choose.
 */
export function GuidedPath(props: GuidedPathProps) {
  const { desk, request, draft, nameOf, onStep, onPass } = props
  const translator = useMessages()
  const { t } = translator
  const list = useRef<HTMLOListElement>(null)
  const takeFocus = useStepFocus(list, draft.step)
  const open = (to: PathStep): void => {
    takeFocus(to)
    onStep(to)
  }
  const pass = (): void => {
    takeFocus(nextStep(draft.step) ?? draft.step)
    onPass()
  }
  const whyNot = whyNotIn(request, desk, t)
  useShortcuts(
    pathSteps.map((step, index) => ({ keys: `Ctrl+${index + 1}`, run: () => open(step) })),
    { owner: list },
  )
  const { decision, step } = draft
  return (
    <section className="path" aria-label={t('decide.path')} data-field="decision">
      <ol ref={list} className="path-rows">
        {stepWords({ request, decision, step, nameOf, today: desk.today }, translator).map(words =>
          words.step === step ? (
            <OpenStep key={words.step} {...props} {...{ words, whyNot }} onPass={pass} />
          ) : (
            <StepRow key={words.step} words={words} whyNot={whyNot} onOpen={() => open(words.step)} />
          ),
        )}
      </ol>
      <p className="path-keys">{t('decide.path.keys')}</p>
    </section>
  )
}

/**
 * Whoever opens a question by key or button goes on in it; the first render takes no focus. The effect of an earlier
 * render may run late, so it waits for the question that was asked for.
 */
function useStepFocus(list: RefObject<HTMLOListElement | null>, shown: PathStep): (step: PathStep) => void {
  const wanted = useRef<PathStep | null>(null)
  useEffect(() => {
    if (wanted.current !== shown) return
    wanted.current = null
    const radios = 'input[type=radio]:not(:disabled)'
    const chosen = list.current?.querySelector<HTMLElement>(`.path-open ${radios}:checked`)
    const place = chosen ?? list.current?.querySelector<HTMLElement>(`.path-open :is(${radios}, button)`)
    place?.focus()
  })
  return step => void (wanted.current = step)
}

interface StepRowProps {
  readonly words: StepWords
  readonly whyNot: WhyNot
  readonly onOpen: () => void
}

function StepRow({ words: { step, at, answer, state }, whyNot, onOpen }: StepRowProps) {
  const { t } = useMessages()
  const types = typesOf(step)
  const open = types.filter(type => whyNot(type) === undefined).length
  return (
    <li className="path-row">
      <Mark flag={state === 'waiting' ? 'draft' : 'done'} />
      <span>{t(`decide.path.short.${step}`)}</span>
      <span className={state === 'decided' ? 'path-answer path-decided' : 'path-answer'}>{answer}</span>
      <small>{t('decide.path.types', { n: types.length, open })}</small>
      <span className="path-go">
        <TextLink onAct={onOpen}>
          {t('decide.path.open')}
          <span className="unseen">{t(`decide.path.short.${step}`)}</span>
        </TextLink>
        <Key keys={`Ctrl+${at}`} />
      </span>
    </li>
  )
}

interface OpenStepProps extends GuidedPathProps {
  readonly words: StepWords
  readonly whyNot: WhyNot
}

function OpenStep({ request, draft, words, whyNot, error, onDecision, onPass, onSearch }: OpenStepProps) {
  const { t } = useMessages()
  const { step, evidence } = words
  const question = t('decide.path.step', {
    short: t(`decide.path.short.${step}`),
    question: t(`decide.path.question.${step}`),
  })
  return (
    <li className="path-open">
      <div className="path-question">
        <h2>{question}</h2>
        <small>{t(`decide.path.basis.${step}`)}</small>
      </div>
      {evidence ? <p className="path-evidence">{evidence}</p> : null}
      <ChoiceGroup
        look="list"
        label={question}
        labelUnseen
        choices={typesOf(step).map(type => ({
          value: type,
          label: (
            <>
              {t(`refusal.decision.${type}`)} <small className="choice-basis">{rowWords(type, t)}</small>
            </>
          ),
          note: whyNot(type) === undefined ? t(`replies.decision.${type}`) : null,
          disabledBecause: whyNot(type),
        }))}
        value={draft.decision}
        onChange={onDecision}
        error={error}
      />
      <div className="path-next">
        {step === 'way' ? null : (
          <Act size="small" keys="Ctrl+Down" onAct={onPass}>
            {t(`decide.path.next.${step}`)}
          </Act>
        )}
        {step === 'held' ? (
          <TextLink onAct={onSearch}>
            {t(searchInHand(request) ? 'decide.path.searchAgain' : 'decide.path.search')}
          </TextLink>
        ) : null}
      </div>
    </li>
  )
}
