import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import {
  changedSlots,
  faultElsewhere,
  faultsOf,
  latestOf,
  textsOf,
  wordingChanges,
  wordingForm,
  type WordingForm,
} from '#shared/application/settings/wording-form'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import {
  isReplyWording,
  lastVersion,
  wordedLetters,
  type WordedLetter,
  type WordingSlot,
} from '#shared/domain/wording/office-wording'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { wordingFaultSentence } from '../../i18n/wording-fault'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { SelectField } from '../../ui/fields/select-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { useToast } from '../../ui/states/use-toast'
import { written } from '../../case-parts/written'
import { WordingFields } from './wording-fields'
import { WordingHistory, WordingNow } from './wording-history'
import { WordingSamplePane } from './wording-sample-pane'

export interface WordingDialogProps {
  readonly office: Office
  readonly desk: Pick<Desk, 'officeActs' | 'wording' | 'today'>
  readonly nameOf: (personId: string) => string
  readonly onClose: () => void
}

/** The editor, the letter beside it, and every version. It stays open after a save: an office words several letters. */
export function WordingDialog({ office, desk, nameOf, onClose }: WordingDialogProps) {
  const { t } = useMessages()
  const hand = useWordingInHand(office, desk)
  const [slot, setSlot] = useState<WordingSlot | null>(null)
  const { letter, form, faults } = hand
  return (
    <Dialog
      open
      width={1180}
      title={t('wording.dialog')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('dialog.close')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={hand.isBusy}
            disabledBecause={hand.whyNot}
            onAct={() => void hand.save()}
          >
            {hand.isBusy
              ? t('settings.saving')
              : t('wording.save', { version: lastVersion(office.wordings, letter) + 1 })}
          </Act>
        </>
      }
    >
      <p className="settings-quiet">{t('wording.about')}</p>
      <div className="wording-grid">
        <div className="settings-form">
          <SelectField<WordedLetter>
            label={t('wording.which')}
            choices={wordedLetters.map(value => ({ value, label: t(`wording.letter.${value}`) }))}
            value={letter}
            takesFocus
            onChange={hand.open}
          />
          <WordingNow version={latestOf(office.wordings, letter)} today={desk.today} nameOf={nameOf} />
          <WordingFields {...{ letter, form, faults }} onChange={hand.change} onWork={setSlot} />
          {!isReplyWording(letter) ? null : (
            <CheckBox checked={hand.isForAll} note={t('wording.alsoHint')} onChange={hand.setForAll}>
              {t('wording.also')}
            </CheckBox>
          )}
          {hand.elsewhere ? (
            <p className="settings-fault" role="alert">
              {t('wording.faultElsewhere', {
                letter: t(`wording.letter.${hand.elsewhere.letter}`),
                why: wordingFaultSentence(hand.elsewhere.fault, t),
              })}
            </p>
          ) : null}
          {hand.problem ? <ProblemNote sentence={problemSentence(hand.problem, t)} /> : null}
          <WordingHistory
            versions={office.wordings}
            letter={letter}
            today={desk.today}
            nameOf={nameOf}
            onRestore={hand.restore}
          />
        </div>
        <WordingSamplePane
          desk={desk}
          letter={letter}
          slot={slot}
          texts={textsOf(letter, form)}
          isFaulty={Object.keys(faults).length > 0}
        />
      </div>
    </Dialog>
  )
}

/** Texts of a letter that was left for another one stay as they were typed until the dialog is closed. */
function useWordingInHand(office: Office, desk: WordingDialogProps['desk']) {
  const { t } = useMessages()
  const tell = useToast()
  const { wordings } = office
  const [letter, open] = useState<WordedLetter>('R01')
  const [typed, setTyped] = useState<Readonly<Partial<Record<WordedLetter, WordingForm>>>>({})
  const [isForAll, setForAll] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const form = typed[letter] ?? wordingForm(letter, latestOf(wordings, letter))
  const faults = faultsOf(letter, form)
  const inHand = { letter, form, isForAll: isForAll && isReplyWording(letter) }
  const isFaulty = Object.keys(faults).length > 0
  const elsewhere = isFaulty ? undefined : faultElsewhere(inHand, wordings)
  const isUnchanged = changedSlots(letter, form, wordings).length === 0
  const change = (part: WordingForm): void => setTyped({ ...typed, [letter]: { ...form, ...part } })
  const save = async (): Promise<void> => {
    const done = await run(() => written(desk.officeActs.changeWording(wordingChanges(inHand, wordings))))
    if (!done) return
    setTyped(before => ({ ...before, [letter]: undefined }))
    setForAll(false)
    tell(t('wording.saved'))
  }
  return {
    ...{ letter, form, faults, elsewhere, isForAll, isBusy, problem, open, setForAll, change, save },
    whyNot: isFaulty || elsewhere ? t('wording.isFaulty') : isUnchanged ? t('wording.unchanged') : undefined,
    restore: (texts: WordingForm, version: number): void => {
      change(wordingForm(letter, { texts }))
      tell(t('wording.history.restored', { version }))
    },
  }
}
