import type { WordingForm } from '#shared/application/settings/wording-form'
import {
  placesOf,
  programText,
  slotsOf,
  type WordedLetter,
  type WordingSlot,
} from '#shared/domain/wording/office-wording'
import type { WordingFault } from '#shared/domain/wording/wording-rules'
import { useMessages } from '../../i18n/messages-provider'
import { inBraces, wordingFaultSentence } from '../../i18n/wording-fault'
import { TextLink } from '../../ui/acts/text-link'
import { TextArea } from '../../ui/fields/text-area'

export interface WordingFieldsProps {
  readonly letter: WordedLetter
  readonly form: WordingForm
  readonly faults: Readonly<Partial<Record<WordingSlot, WordingFault>>>
  readonly onChange: (part: WordingForm) => void
  /** The text that has the focus. */
  readonly onWork: (slot: WordingSlot) => void
}

/** Every text of the letter with the places the program fills in; what is wrong is said while it is typed. */
export function WordingFields({ letter, form, faults, onChange, onWork }: WordingFieldsProps) {
  const { t } = useMessages()
  return slotsOf(letter).map(slot => {
    const fault = faults[slot]
    const own = programText(letter, slot)
    return (
      <div key={`${letter} ${slot}`} className="wording-field" onFocus={() => onWork(slot)}>
        <TextArea
          label={t(`wording.slot.${slot}`)}
          error={fault ? wordingFaultSentence(fault, t) : null}
          value={form[slot] ?? ''}
          rows={[slot === 'opening' ? 4 : 2, 8]}
          onChange={text => onChange({ [slot]: text.replace(/\r?\n/gu, '') })}
        />
        <p className="settings-quiet">{placesWords(slot, t)}</p>
        {form[slot] === own ? null : (
          <TextLink onAct={() => onChange({ [slot]: own })}>
            {t('wording.resetOne', { slot: t(`wording.slot.${slot}`) })}
          </TextLink>
        )}
      </div>
    )
  })
}

/** Beside an error too: it is where the clerk looks the names up. */
function placesWords(slot: WordingSlot, t: ReturnType<typeof useMessages>['t']): string {
  const { needed, offered } = placesOf[slot]
  const listed = (places: readonly string[]): string => places.map(inBraces).join(' ')
  const words = [
    needed.length > 0 ? t('wording.places', { needed: listed(needed) }) : t('wording.closingHint'),
    offered.length > 0 ? t('wording.placesOffered', { offered: listed(offered) }) : '',
  ]
  return words.join('')
}
