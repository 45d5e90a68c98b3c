import { useRef, useState } from 'react'
import type { Booklets } from '#shared/application/booklets/booklets'
import {
  guideDetailsFrom,
  guideForm,
  guideFormProblems,
  guideTextFields,
  type GuideForm,
  type GuideTextField,
} from '#shared/application/booklets/guide-form'
import type { Problem } from '#shared/contracts/problems'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { GuideDetails } from '#shared/domain/booklets/booklet-facts'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { drawNow } from '../../ui/fields/draw-now'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface GuideDialogProps {
  readonly booklets: Pick<Booklets, 'setGuide'>
  readonly agency: Agency
  readonly guide: GuideDetails | undefined
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Details of one guide. Any of them may stay empty: the booklets name what they lack, and nothing is made up. */
export function GuideDialog({ booklets, agency, guide, onDone, onClose }: GuideDialogProps) {
  const { t } = useMessages()
  const [form, setForm] = useState<GuideForm>(() => guideForm(guide))
  const [wasTried, setWasTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const box = useRef<HTMLDivElement>(null)
  const problems = guideFormProblems(form)
  const isWhole = Object.keys(problems).length === 0
  const details = guideDetailsFrom(form, agency.agencyId)
  const before = guideDetailsFrom(guideForm(guide), agency.agencyId)
  const isSame = JSON.stringify(details) === JSON.stringify(before)

  const save = async (): Promise<void> => {
    drawNow(() => setWasTried(true))
    if (focusInvalid(box.current) || !isWhole) return
    const done = await run(async () => {
      const answer = await booklets.setGuide(details)
      return answer.ok ? { ok: true as const, value: 'recorded' as const } : answer
    })
    if (done) onDone()
  }
  const errorOf = (field: GuideTextField): string | null => {
    const found = wasTried ? problems[field] : undefined
    return found ? problemWords(found, t) : null
  }
  const common = (field: GuideTextField) => ({
    label: t(`guideSheet.field.${field}`),
    error: errorOf(field),
    value: form[field],
    onChange: (text: string) => setForm({ ...form, [field]: text }),
    ...(isHinted(field) ? { hint: t(`guideSheet.${field}Hint`) } : {}),
  })
  return (
    <Dialog
      open
      width={720}
      title={t('guideSheet.editing', { name: agency.name })}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('settings.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={isBusy}
            disabledBecause={isSame && isWhole ? t('guideSheet.unchanged') : undefined}
            onAct={() => void save()}
          >
            {t('guideSheet.save')}
          </Act>
        </>
      }
    >
      <div ref={box} className="settings-form">
        {guideTextFields.map(field =>
          field === 'readingPlaces' ? (
            <TextArea key={field} {...common(field)} />
          ) : (
            <TextField
              key={field}
              {...common(field)}
              disabled={field === 'fax' && form.hasNoFax}
              takesFocus={field === 'officeHours'}
            />
          ),
        )}
        <CheckBox
          checked={form.hasNoFax}
          note={t('guideSheet.noFaxNote')}
          onChange={hasNoFax => setForm({ ...form, hasNoFax })}
        >
          {t('guideSheet.noFax')}
        </CheckBox>
      </div>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

const isHinted = (field: GuideTextField): field is 'officeHours' | 'readingPlaces' | 'overseer' =>
  field === 'officeHours' || field === 'readingPlaces' || field === 'overseer'

function problemWords(
  problem: NonNullable<ReturnType<typeof guideFormProblems>[GuideTextField]>,
  t: Translate,
): string {
  switch (problem.kind) {
    case 'tooLong':
    case 'tooManyPlaces':
      return t(`guideSheet.problem.${problem.kind}`, { atMost: problem.atMost })
    default:
      return t(`guideSheet.problem.${problem.kind}`)
  }
}
