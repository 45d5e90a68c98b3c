import type { Handlers } from '#shared/contracts/channel'
import type { intakeChannels } from '#shared/contracts/intake-channels'
import type { IntakeDesk } from '../documents/intake-desk'
import type { OuttakeDesk } from '../documents/outtake/outtake-desk'
import type { RegisterFiles } from '../registers/register-files'

export interface IntakeParts {
  readonly intake: IntakeDesk
  readonly outtake: OuttakeDesk
  readonly reports: Pick<RegisterFiles, 'saveReport'>
}

/** Documents into the catalogue and out of it. What is written of them goes by the catalogue's own channels. */
export const intakeHandlers = ({ intake, outtake, reports }: IntakeParts): Handlers<typeof intakeChannels> => ({
  'intake:choose': async asked => intake.choose(asked),
  'intake:read': async asked => intake.read(asked),
  'intake:close': async ({ sourceId }) => ({ ok: true, value: intake.close(sourceId) }),
  'intake:look': async asked => intake.look(asked),
  'intake:attach': async asked => intake.attach(asked),
  'intake:begin': async begun => intake.begin(begun),
  'intake:unfinished': async () => ({ ok: true, value: intake.unfinished() }),
  'intake:reopen': async ({ batchId }) => intake.reopen(batchId),
  'intake:end': async ({ batchId }) => intake.end(batchId),
  'intake:undone': async undone => intake.undone(undone),
  'intake:saveReport': async report => reports.saveReport(report),
  'outtake:begin': async asked => outtake.begin(asked),
  'outtake:add': async some => outtake.add(some),
  'outtake:end': async asked => outtake.end(asked),
})
