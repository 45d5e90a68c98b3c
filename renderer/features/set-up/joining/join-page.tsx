import { useState } from 'react'
import type { Joining } from '#shared/application/neighbours/ports'
import type { GuidePageName } from '../../../i18n/guide-pages'
import { useMessages } from '../../../i18n/messages-provider'
import { problemSentence } from '../../../i18n/problems'
import { Act } from '../../../ui/acts/act'
import { DoorName, DoorPage } from '../../../ui/door/door-page'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { ProblemNote } from '../../../ui/states/problem-note'
import { JoinStage } from './join-stage'
import { LineForm, type WayProps } from './line-form'
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
  const panel = (
    <>
      <DoorName>{t('joining.title')}</DoorName>
      <p className="door-place">{t('joining.about')}</p>
    </>
  )
  return (
    <DoorPage place="top" panel={panel}>
      <div className="set-up-page" data-help={'machines' satisfies GuidePageName}>
        <h1>{t('joining.title')}</h1>
        {state && state.stage !== 'idle' ? (
          <JoinStage {...{ joining, now, state, onJoined }} />
        ) : (
          <Ways {...{ joining, now }} hasPending={state?.hasPending ?? false} onBack={onBack} />
        )}
        {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      </div>
    </DoorPage>
  )
}

interface WaysProps extends WayProps {
  readonly hasPending: boolean
  readonly onBack: () => void
}

/** By the network, or by two files; a request that waits for its answer is shown first. */
function Ways({ joining, now, hasPending, onBack }: WaysProps) {
  const { t } = useMessages()
  const [chosen, setChosen] = useState<'line' | 'stick' | null>(null)
  const way = chosen ?? (hasPending ? 'stick' : 'line')
  return (
    <>
      <ChoiceGroup
        label={t('joining.way')}
        choices={[
          { value: 'line', label: t('joining.way.line') },
          { value: 'stick', label: t('joining.way.stick') },
        ]}
        value={way}
        onChange={setChosen}
      />
      {way === 'line' ? <LineForm {...{ joining, now }} /> : <StickForm {...{ joining, now, hasPending }} />}
      <Act look="quiet" onAct={onBack}>
        {t('joining.back')}
      </Act>
    </>
  )
}
