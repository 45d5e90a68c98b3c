import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Office } from '#shared/domain/agencies/office'
import { wordedLetters, wordingAt } from '#shared/domain/wording/office-wording'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { WordingDialog } from './wording-dialog'

export interface WordingSheetProps {
  readonly office: Office
  readonly desk: Pick<Desk, 'me' | 'officeActs' | 'wording' | 'today'>
  readonly nameOf: (personId: string) => string
}

const authors = ['head', 'administrator'] as const

/** 文书用语: which letters speak in the office's own words, and the way to their editor. */
export function WordingSheet({ office, desk, nameOf }: WordingSheetProps) {
  const { t, format } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const may = authors.some(post => desk.me.posts.includes(post))
  const own = wordedLetters.filter(letter => wordingAt(office.wordings, letter) !== undefined)
  return (
    <Sheet
      title={t('wording.title')}
      aside={t('wording.aside')}
      acts={
        <Act keys="Alt+W" disabledBecause={may ? undefined : t('wording.adminOnly')} onAct={() => setOpen(true)}>
          {t('wording.edit')}
        </Act>
      }
    >
      <p>{own.length === 0 ? t('wording.noneOwn') : t('wording.ownCount', { n: format.count(own.length) })}</p>
      {own.length > 0 ? (
        <ul className="settings-quiet">
          {own.map(letter => (
            <li key={letter}>{t(`wording.letter.${letter}`)}</li>
          ))}
        </ul>
      ) : null}
      {isOpen ? <WordingDialog {...{ office, desk, nameOf }} onClose={() => setOpen(false)} /> : null}
    </Sheet>
  )
}
