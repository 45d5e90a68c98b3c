import { useRef, useState } from 'react'
import {
  checkVisit,
  isBlankVisit,
  visitIdOfDraft,
  type VisitField,
  type VisitForm,
} from '#shared/application/visits/visit-form'
import { signInVisitor } from '#shared/application/visits/visit-acts'
import type { Problem } from '#shared/contracts/problems'
import { archivesKinds, type VisitId } from '#shared/domain/visits/visit-facts'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { drawNow } from '../../ui/fields/draw-now'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { SelectField } from '../../ui/fields/select-field'
import { TextArea } from '../../ui/fields/text-area'
import { PageHead } from '../../ui/shell/page-head'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { useCardReader } from '../../case-parts/use-card-reader'
import { written } from '../../case-parts/written'
import { topicChoices, type TopicNames } from './room-words'
import type { SignInDeskProps } from './sign-in-desk'
import { useKeptForm, type KeptForm, type StartOfForm } from './use-kept-form'
import { useTopicNames } from './use-room-around'
import { VisitorFields, visitorFromCard } from './visitor-fields'

/** Who comes, and what for: archives and public documents are told apart before anything else is asked. */
export function SignInPage(props: SignInDeskProps & { readonly start: StartOfForm<VisitForm> }) {
  const { desk, start, onKept, onLeave, onSignedIn } = props
  const { t, format } = useMessages()
  const page = useRef<HTMLDivElement>(null)
  const kept = useKeptForm(desk, start, { isBlank: isBlankVisit, onKept })
  const { form, draft } = kept
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const topics = useTopicNames(desk)
  const card = useCardReader(desk, {
    ...{ page, form },
    take: (read, before) => kept.change({ ...before, ...visitorFromCard(read) }),
  })
  const { problems } = checkVisit(form, desk.today)

  const signIn = async (): Promise<void> => {
    drawNow(() => setTried(true))
    const { fact } = checkVisit(kept.current(), desk.today)
    if (focusInvalid(page.current) || !fact) return
    const visitId = visitIdOfDraft(start.name) as VisitId
    if (!(await run(() => written(signInVisitor(desk, visitId, fact))))) return
    await kept.keeper.drop()
    onSignedIn(visitId)
  }
  const putAside = async (): Promise<void> => {
    const state = await kept.keeper.flush()
    if (state.kind !== 'failed') onLeave()
  }
  useShortcuts([{ keys: 'Esc', run: () => void putAside() }], { owner: page })
  const draftWords =
    draft.kind === 'saved'
      ? t('room.form.savedAt', { time: format.time(draft.savedAt) })
      : draft.kind === 'failed'
        ? t('room.form.notSaved')
        : ''
  return (
    <div ref={page} className="room">
      <PageHead
        title={t('room.form.title')}
        notes={<span role="status">{draftWords}</span>}
        acts={
          <>
            <Act showsKeys="Esc" onAct={() => void putAside()}>
              {t('room.form.putAside')}
            </Act>
            <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void signIn()}>
              {t('room.form.does')}
            </Act>
          </>
        }
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      <div className="room-grid">
        <Sheet title={t('room.form.aim')} step={1}>
          <MatterFields {...{ kept, isTried, topics }} problem={problems.seeks} />
        </Sheet>
        <Sheet title={t('room.form.who')} step={2}>
          <p className="room-quiet">{t(form.aim === 'archives' ? 'room.form.who.needed' : 'room.form.who.optional')}</p>
          <VisitorFields
            {...{ card, form, problems, isTried }}
            optional={form.aim === 'reading'}
            onChange={kept.change}
          />
        </Sheet>
      </div>
    </div>
  )
}

interface MatterFieldsProps {
  readonly kept: KeptForm<VisitForm>
  readonly isTried: boolean
  readonly topics: TopicNames
  readonly problem: ReturnType<typeof checkVisit>['problems'][VisitField]
}

function MatterFields({ kept: { form, change }, isTried, topics, problem }: MatterFieldsProps) {
  const translator = useMessages()
  const { t } = translator
  const isArchives = form.aim === 'archives'
  const label = t(isArchives ? 'room.form.purpose' : 'room.form.seeks')
  return (
    <div className="room-fields">
      <ChoiceGroup
        label={t('room.form.aim')}
        labelUnseen
        look="list"
        choices={[
          { value: 'reading', label: t('room.form.aim.reading'), keys: 'Alt+G' },
          {
            value: 'archives',
            label: t('room.form.aim.archives'),
            note: t('room.form.aim.archivesNote'),
            keys: 'Alt+D',
          },
        ]}
        value={form.aim}
        onChange={aim => change({ aim })}
      />
      {isArchives ? (
        <ChoiceGroup
          label={t('room.form.archivesKind')}
          look="inline"
          choices={archivesKinds.map(value => ({ value, label: t(`room.archivesKind.${value}`) }))}
          value={form.archivesKind}
          onChange={archivesKind => change({ archivesKind })}
        />
      ) : (
        <SelectField
          label={t('room.form.topic')}
          hint={t('room.form.topic.hint')}
          optional
          choices={[{ value: '', label: t('room.topic.none') }, ...topicChoices(topics)]}
          value={form.topic}
          onChange={topic => change({ topic })}
        />
      )}
      <TextArea
        label={label}
        hint={isArchives ? null : t('room.form.seeks.hint')}
        optional={!isArchives}
        takesFocus
        rows={[2, 4]}
        value={form.seeks}
        error={isTried && problem ? fieldProblemSentence(problem, label, translator) : null}
        onChange={seeks => change({ seeks })}
      />
    </div>
  )
}
