import { useEffect, useState } from 'react'
import type { Machine } from '#shared/application/settings/ports'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { SelectField } from '../../ui/fields/select-field'
import { Mark, type Flag } from '../../ui/marks/mark'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { CardReaderField } from './card-reader-field'
import type { MachineInHand } from './use-machine'

export interface MachineSheetProps {
  readonly machine: MachineInHand
  readonly adminOnly: string | undefined
}

/** Folders and printer of this machine; where a folder fails its test, nothing is changed and the reason is said. */
export function MachineSheet({ machine, adminOnly }: MachineSheetProps) {
  const { t } = useMessages()
  const { now, problem } = machine
  return (
    <Sheet title={t('settings.machine')} aside={t('settings.machine.aside')}>
      {now ? (
        <div className="settings-rows">
          <Folder which="mirror" folder={now.mirror.folder} machine={machine} adminOnly={adminOnly}>
            <Mark flag={mirrorFlags[now.mirror.state]} />
            {t(`settings.mirror.${now.mirror.state}`)}
          </Folder>
          <Folder which="scanner" folder={now.scanFolder} machine={machine} adminOnly={adminOnly} />
          <CardReaderField chosen={now.cardReader} machine={machine} adminOnly={adminOnly} />
          <Printer chosen={now.printer} machine={machine} adminOnly={adminOnly} />
        </div>
      ) : (
        <ProgressLine>{t('settings.loading')}</ProgressLine>
      )}
      {problem && problem.kind !== 'fontUnusable' ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Sheet>
  )
}

const mirrorFlags: Readonly<Record<Machine['mirror']['state'], Flag>> = {
  off: 'provisional',
  current: 'done',
  behind: 'late',
  missing: 'late',
  atNextStart: 'paused',
}

interface FolderProps extends MachineSheetProps {
  readonly which: 'mirror' | 'scanner'
  readonly folder: string | undefined
  readonly children?: React.ReactNode
}

function Folder({ which, folder, machine, adminOnly, children }: FolderProps) {
  const { t } = useMessages()
  const what = t(`settings.folder.${which}`)
  return (
    <div className="settings-row">
      <div>
        <h3>{what}</h3>
        <p className="settings-value">{folder ?? t('settings.folder.none')}</p>
        {children ? <p className="settings-state">{children}</p> : null}
        <p className="settings-quiet">{t(`settings.folder.${which}Hint`)}</p>
      </div>
      <div className="settings-row-acts">
        <Act size="small" disabledBecause={adminOnly} onAct={() => void machine.ask(care => care.chooseFolder(which))}>
          {t('settings.folder.chooseFor', { what })}
        </Act>
        {folder ? (
          <Act
            size="small"
            disabledBecause={adminOnly}
            onAct={() => void machine.ask(care => care.forgetFolder(which))}
          >
            {t('settings.folder.forgetFor', { what })}
          </Act>
        ) : null}
      </div>
    </div>
  )
}

interface PrinterProps extends MachineSheetProps {
  readonly chosen: string | undefined
}

const bySystem = ''

function Printer({ chosen, machine, adminOnly }: PrinterProps) {
  const { t } = useMessages()
  const { care } = machine
  const [printers, setPrinters] = useState<readonly { readonly name: string; readonly shownAs: string }[]>([])
  useEffect(() => {
    let isShown = true
    void care.printers().then(answer => {
      if (isShown && answer.ok) setPrinters(answer.value)
    })
    return () => void (isShown = false)
  }, [care])
  // One that is not plugged in today is still the one that was chosen.
  const known = chosen && !printers.some(({ name }) => name === chosen) ? [{ name: chosen, shownAs: chosen }] : []
  return (
    <SelectField
      label={t('settings.printer')}
      hint={t('settings.printer.hint')}
      choices={[
        { value: bySystem, label: t('settings.printer.system') },
        ...[...known, ...printers].map(({ name, shownAs }) => ({ value: name, label: shownAs })),
      ]}
      value={chosen ?? bySystem}
      disabled={adminOnly !== undefined}
      onChange={name => void machine.ask(own => own.setPrinter(name === bySystem ? null : name))}
    />
  )
}
