import { useState } from 'react'
import type { Joining } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { problemSentence } from '../../../i18n/problems'
import { Act } from '../../../ui/acts/act'
import { DoorName, DoorPage } from '../../../ui/door/door-page'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { ProblemNote } from '../../../ui/states/problem-note'
import { JoinStage } from './join-stage'
import { LineForm } from './line-form'
import { StickForm } from './stick-form'
import { useJoining } from './use-joining'

export interface JoinPageProps {
  readonly joining: Joining
  readonly onBack: () => void
  readonly onJoined: () => void
}

/** 加入已有的办公室: this machine becomes a further one of an office that stands. */
export function JoinPage({ joining, onBack, onJoined }: JoinPageProps) {
  const { t } = useMessages()
  const now = useJoining(joining)
  const { state, problem } = now
  const [way, setWay] = useState<'line' | 'stick' | null>(null)
  const isIdle = state === null || state.stage === 'idle'
  const hasPending = state?.stage === 'idle' && state.hasPending
  const chosen = way ?? (hasPending ? 'stick' : 'line')
  return (
    <DoorPage
      place="top"
      panel={
        <>
          <DoorName>{t('joining.title')}</DoorName>
          <p className="door-place">{t('joining.about')}</p>
        </>
      }
    >
      <div className="set-up-page" data-help="machines">
        <h1>{t('joining.title')}</h1>
        {state && state.stage !== 'idle' ? (
          <JoinStage {...{ joining, now, state, onJoined }} />
        ) : (
          <>
            <ChoiceGroup
              label={t('joining.way')}
              choices={[
                { value: 'line', label: t('joining.way.line') },
                { value: 'stick', label: t('joining.way.stick') },
              ]}
              value={chosen}
              onChange={setWay}
            />
            {chosen === 'line' ? <LineForm {...{ joining, now }} /> : <StickForm {...{ joining, now, hasPending }} />}
          </>
        )}
        {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
        {isIdle ? (
          <Act look="quiet" onAct={onBack}>
            {t('joining.back')}
          </Act>
        ) : null}
      </div>
    </DoorPage>
  )
}
