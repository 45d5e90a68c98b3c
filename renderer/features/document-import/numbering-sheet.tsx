import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import { usualTemplates } from '#shared/domain/catalogue/index-number'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { useRunning } from '../../ui/states/use-running'
import { ok } from '#shared/kernel/result'

export interface NumberingSheetProps {
  readonly desk: Desk
  readonly agencyId: AgencyId
}

const shapeOfCode = /^[0-9A-Z]{8}-?[0-9X]$/u

/** The commonest numbering (reference 8.2), set here where an agency has none yet; others are set in the catalogue. */
export function NumberingSheet({ desk, agencyId }: NumberingSheetProps) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const [orgCode, setOrgCode] = useState('')
  const code = orgCode.trim().toUpperCase()
  const maySet = desk.me.posts.some(post => post !== 'clerk')
  const why = maySet
    ? shapeOfCode.test(code)
      ? undefined
      : t('docImport.numbering.code')
    : t('docImport.numbering.posts')
  const set = async (): Promise<void> => {
    await run(async () => {
      const done = await desk.catalogue.setNumbering({ agencyId, template: usualTemplates[0], orgCode: code })
      return done.ok ? ok(true) : done
    })
  }
  return (
    <Sheet title={t('docImport.numbering.title')} aside={t('docImport.numbering.aside')}>
      <div className="doc-import-numbering">
        <TextField
          label={t('docImport.numbering.orgCode')}
          hint={t('docImport.numbering.hint', {
            example: `${shapeOfCode.test(code) ? code : '014225972'}/${desk.today.slice(0, 4)}-00001`,
          })}
          error={problem ? problemSentence(problem, t).what : undefined}
          value={orgCode}
          onChange={setOrgCode}
        />
        <Act busy={isBusy} disabledBecause={why} onAct={() => void set()}>
          {t('docImport.numbering.set')}
        </Act>
      </div>
    </Sheet>
  )
}
