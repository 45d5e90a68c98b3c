import { useEffect, useRef, useState, type RefObject } from 'react'
import type { FrontDoor, Session } from '#shared/application/front-door'
import type { Joining } from '#shared/application/neighbours/ports'
import type { PuttingBack } from '#shared/application/put-back/ports'
import {
  emptyOfficeForm,
  newOfficeFrom,
  officeFormProblems,
  type OfficeForm,
  type OfficeStep,
} from '#shared/application/set-up/office-form'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { DoorPage } from '../../ui/door/door-page'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { AdministratorStepPage } from './administrator-step'
import { AgencyStepPage } from './agency-step'
import { CheckStepPage } from './check-step'
import { JoinPage } from './joining/join-page'
import { PutBackPage } from './putting-back/put-back-page'
import { OfficeStepPage } from './office-step'
import type { StepProps } from './office-text-field'
import { SheetStep, type Established } from './sheet-step'
import { isFormStep, stepAfter, stepBefore, type WizardStep } from './step-order'
import { StepsPanel } from './steps-panel'
import './set-up.css'

export interface SetUpWizardProps {
  readonly frontDoor: Pick<FrontDoor, 'establish' | 'recoverySheet'>
  /** The office stands and the recovery sheet is in hand. */
  readonly onDone: (session: Session) => void
  readonly joining: Joining
  /** Left out in the training store: no real office comes into it. */
  readonly puttingBack?: PuttingBack | undefined
  /** An office stands here now that was not set up here: there are people who may sign in. */
  readonly onJoined: () => void
}

/** The first start of a machine. Nothing is written before 设立; after it only the recovery sheet is left to do. */
export function SetUpWizard({ frontDoor, onDone, joining, puttingBack, onJoined }: SetUpWizardProps) {
  const [way, setWay] = useState<'setUp' | 'join' | 'putBack'>('setUp')
  const [form, setForm] = useState<OfficeForm>(emptyOfficeForm)
  const [established, setEstablished] = useState<Established | null>(null)
  const [step, setStep] = useState<WizardStep>('office')
  const done = (result: Established): void => {
    setEstablished(result)
    setStep('sheet')
    setForm(before => ({ ...before, password: '', passwordAgain: '' }))
  }
  const back = () => setWay('setUp')
  if (way === 'join') return <JoinPage {...{ joining, onJoined }} onBack={back} />
  if (way === 'putBack' && puttingBack) return <PutBackPage {...{ puttingBack }} onDone={onJoined} onBack={back} />
  const others = {
    onJoin: () => setWay('join'),
    ...(puttingBack ? { onPutBack: () => setWay('putBack') } : {}),
  }
  const panel = <StepsPanel current={step} {...(step === 'office' ? others : {})} />
  return (
    <DoorPage panel={panel} place="top">
      {established ? (
        <SheetStep frontDoor={frontDoor} established={established} onDone={onDone} />
      ) : (
        <FormSteps
          frontDoor={frontDoor}
          form={form}
          onChange={changed => setForm(before => ({ ...before, ...changed }))}
          step={step}
          onStep={setStep}
          onEstablished={done}
        />
      )}
    </DoorPage>
  )
}

interface FormStepsProps {
  readonly frontDoor: Pick<FrontDoor, 'establish'>
  readonly form: OfficeForm
  readonly onChange: (changed: Partial<OfficeForm>) => void
  readonly step: WizardStep
  readonly onStep: (step: WizardStep) => void
  readonly onEstablished: (result: Established) => void
}

function FormSteps({ frontDoor, form, onChange, step, onStep, onEstablished }: FormStepsProps) {
  const { t } = useMessages()
  const [tried, setTried] = useState<readonly WizardStep[]>([])
  const [attempts, setAttempts] = useState(0)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const found = isFormStep(step) ? officeFormProblems(form, step) : {}
  const count = Object.keys(found).length
  const shown = tried.includes(step) ? found : {}
  useFirstProblem(page, attempts)

  const establish = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setRefusal(null)
    const answer = await frontDoor.establish(newOfficeFrom(form))
    setBusy(false)
    if (answer.ok) onEstablished(answer.value)
    else setRefusal(answer.problem)
  }
  const goOn = (): void => {
    if (!isFormStep(step)) return void establish()
    setTried([...tried, step])
    setAttempts(attempts + 1)
    const next = stepAfter(step)
    if (count === 0 && next) onStep(next)
  }
  const back = stepBefore(step)

  return (
    <div ref={page} className="set-up-page">
      <h1>{t(`setUp.step.${step}`)}</h1>
      <StepPage key={step} step={step} form={form} onChange={onChange} problems={shown} onGoTo={onStep} />
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
      {busy ? <ProgressLine>{t('setUp.establishing')}</ProgressLine> : null}
      <div className="set-up-acts">
        {back ? (
          <Act size="large" keys="Esc" busy={busy} onAct={() => onStep(back)}>
            {t('setUp.back')}
          </Act>
        ) : null}
        <Act look="primary" size="large" keys="Ctrl+Enter" busy={busy} takesFocus={step === 'check'} onAct={goOn}>
          {step === 'check' ? t('setUp.establish') : t('setUp.next')}
        </Act>
        {count > 0 && tried.includes(step) ? (
          <p className="set-up-wrong">{t('setUp.toCheck', { n: Object.keys(shown).length })}</p>
        ) : null}
      </div>
    </div>
  )
}

interface StepPageProps extends StepProps {
  readonly step: WizardStep
  readonly onGoTo: (step: OfficeStep) => void
}

function StepPage({ step, onGoTo, ...props }: StepPageProps) {
  if (step === 'office') return <OfficeStepPage {...props} />
  if (step === 'agency') return <AgencyStepPage {...props} />
  if (step === 'administrator') return <AdministratorStepPage {...props} />
  return <CheckStepPage form={props.form} onGoTo={onGoTo} />
}

/** After a try that did not go on, the first field to correct has the focus. */
function useFirstProblem(page: RefObject<HTMLDivElement | null>, attempts: number): void {
  useEffect(() => {
    if (attempts > 0) focusInvalid(page.current)
  }, [page, attempts])
}
