import { useState } from 'react'
import type { OfficeMachine } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { problemSentence } from '../../../i18n/problems'
import { Act } from '../../../ui/acts/act'
import { Sheet } from '../../../ui/sheets/sheet'
import { ProblemNote } from '../../../ui/states/problem-note'
import { ProgressLine } from '../../../ui/states/progress-line'
import type { SectionProps } from '../exchange-sections'
import { InviteDialog, type InviteDialogProps } from './invite-dialog'
import { MachinesTable } from './machines-table'
import { PartnerRow } from './partner-row'
import { RevokeDialog } from './revoke-dialog'
import { ServingRow } from './serving-row'
import { StickDialog } from './stick-dialog'
import { useNeighbours } from './use-neighbours'

type Open = { readonly kind: 'invite' | 'stick' } | { readonly kind: 'revoke'; readonly machine: OfficeMachine }

/** 本单位的电脑: which they are, this machine's line for the others, and with which it exchanges itself. */
export function MachinesSection({ desk }: Pick<SectionProps, 'desk'>) {
  const { t } = useMessages()
  const seen = useNeighbours(desk.neighbours)
  const [open, setOpen] = useState<Open | null>(null)
  const { state, problem } = seen
  const adminOnly = desk.me.posts.includes('administrator') ? undefined : t('neighbours.adminOnly')
  const close = (): void => setOpen(null)
  const parts = { desk, seen, adminOnly }
  return (
    <Sheet
      title={t('neighbours.title')}
      aside={t('neighbours.aside')}
      acts={
        <>
          <Act size="small" disabledBecause={adminOnly} onAct={() => setOpen({ kind: 'stick' })}>
            {t('neighbours.byStick')}
          </Act>
          <Act size="small" disabledBecause={adminOnly} onAct={() => setOpen({ kind: 'invite' })}>
            {t('neighbours.invite')}
          </Act>
        </>
      }
    >
      {state ? (
        <div data-help="machines">
          <MachinesTable
            machines={state.machines}
            today={desk.today}
            adminOnly={adminOnly}
            onRevoke={machine => setOpen({ kind: 'revoke', machine })}
          />
          <ServingRow key={`${state.serving.isOn}`} {...parts} serving={state.serving} />
          <PartnerRow key={state.partner?.address ?? ''} {...parts} partner={state.partner} />
        </div>
      ) : (
        <ProgressLine>{t('neighbours.loading')}</ProgressLine>
      )}
      {problem && !open ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {open && state ? <OpenDialog {...parts} {...{ open, state }} onClose={close} /> : null}
    </Sheet>
  )
}

interface OpenDialogProps extends InviteDialogProps {
  readonly open: Open
}

function OpenDialog({ open, ...parts }: OpenDialogProps) {
  const { desk, seen, onClose } = parts
  if (open.kind !== 'revoke')
    return open.kind === 'invite' ? <InviteDialog {...parts} /> : <StickDialog {...{ desk, seen, onClose }} />
  const { machine } = open
  const revoke = async (): Promise<void> => {
    if (await seen.ask(() => desk.neighbours.revoke(machine.chain))) onClose()
  }
  return (
    <RevokeDialog
      {...{ machine, onClose }}
      isBusy={seen.isBusy}
      problem={seen.problem}
      onRevoke={() => void revoke()}
    />
  )
}
