import type { PaperProblem } from '#shared/application/desk'
import type { ExportFile, MediaExchange } from '#shared/application/media/ports'
import type { Shell } from '#shared/contracts/channel'
import type { bundleChannels } from '#shared/contracts/bundle-channels'
import { mediaPieceBytes, type mediaChannels } from '#shared/contracts/media-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { MediumOut } from '#shared/domain/media/media-book'
import type { MediumSlip } from '#shared/letters/model/medium-slip'
import { err, ok, type Result } from '#shared/kernel/result'
import type { PaperWorkshop } from '../papers/papers'

export interface MediaPortParts {
  readonly shell: Shell<typeof mediaChannels & typeof bundleChannels>
  /** The register is in the view before an act is said to be done. */
  readonly catchUp: () => Promise<void>
  /** All that is there, also of other machines; `isAnew`: what stood there is made anew. */
  readonly takeIn: (isAnew: boolean) => Promise<void>
  readonly papers: Pick<PaperWorkshop, 'make'>
  readonly findOffice: () => Promise<Office | null>
  readonly nameOf: (personId: string) => string
  readonly today: CivilDate
}

/** Main writes media and records; the window makes files and slips. */
export function mediaPort({
  shell,
  catchUp,
  takeIn,
  papers,
  findOffice,
  nameOf,
  today,
}: MediaPortParts): MediaExchange {
  const caughtUp = async <T>(answer: Result<T, Problem>): Promise<Result<T, Problem>> => {
    await catchUp() // also after a problem: what could not be settled is in the register
    return answer
  }
  return {
    list: () => shell['media:list'](),
    chooseFolder: async () => {
      const chosen = await shell['media:chooseFolder']()
      return chosen.ok ? ok(chosen.value.mediumId) : chosen
    },
    begin: async order => {
      // What is undefined does not survive the bridge and was never meant.
      const begun = await shell['media:begin'](JSON.parse(JSON.stringify(order)) as never)
      return begun.ok ? ok(begun.value.exportId) : begun
    },
    send: (exportId, file) => send(shell, exportId, file),
    finish: async exportId => caughtUp(await shell['media:finish']({ exportId })),
    cancel: exportId => shell['media:cancel']({ exportId }),
    progress: exportId => shell['media:progress']({ exportId }),
    bundleSize: ({ to, isWhole }) => shell['media:bundleSize']({ to, isWhole }),
    unseenEnd: () => shell['media:unseenEnd'](),
    forgetEnd: () => shell['media:forgetEnd'](),
    verify: (mediumId, folder) => shell['media:verify']({ mediumId, folder }),
    verifyProgress: (mediumId, folder) => shell['media:verifyProgress']({ mediumId, folder }),
    cancelVerify: (mediumId, folder) => shell['media:cancelVerify']({ mediumId, folder }),
    removeLeftover: (mediumId, name) => shell['media:removeLeftover']({ mediumId, name }),
    approve: async (of, reason) => {
      const approved = await caughtUp(await shell['media:approve']({ of, reason, role: 'head' }))
      return approved.ok ? ok(approved.value.approvalId) : approved
    },
    acknowledge: async of => caughtUp(await shell['media:acknowledge'](of)),
    reportMissing: async of => caughtUp(await shell['media:reportMissing'](of)),
    bundles: {
      find: mediumId => shell['bundle:find']({ mediumId }),
      take: (mediumId, of) => shell['bundle:take']({ mediumId, ...of }),
      offered: () => shell['bundle:offered'](),
      waiting: () => shell['bundle:waiting'](),
      apply: async role => {
        const applied = await shell['bundle:apply']({ role })
        await takeIn(applied.ok && applied.value.opensMore) // also after a problem: some of it may have come
        return applied
      },
      discard: () => shell['bundle:discard'](),
      progress: () => shell['bundle:progress'](),
      cancel: () => shell['bundle:cancel'](),
    },
    slip: async medium => {
      const office = await findOffice()
      if (!office) return err<PaperProblem>({ kind: 'paperFailed', why: 'notReady' })
      const made = await papers.make(slipModel(medium, office, { nameOf, today }), { gaps: 'allowed' })
      if (!made.ok) return made
      const { bytes, pages, gaps } = made.value
      const fileName = `medium-slip-${medium.exportId.slice(0, 8)}.pdf`
      return ok({ title: `介质交接单 ${medium.mediumNo}`, fileName, bytes, pages, gaps })
    },
  }
}

async function send(
  shell: MediaPortParts['shell'],
  exportId: string,
  file: ExportFile,
): Promise<Result<void, Problem>> {
  if (file.kind === 'bundle') {
    const { to, isWhole, lock } = file
    const written = await shell['media:bundle']({ exportId, to, isWhole, lock })
    return written.ok ? ok(undefined) : written
  }
  if (file.kind === 'sealed') return shell['media:sealed']({ ...sealedOf(file), exportId })
  if (file.kind === 'table') {
    const { columns, rows } = file.sheet
    return shell['media:table']({ exportId, path: file.path, columns: [...columns], rows: rows.map(row => [...row]) })
  }
  for (let at = 0; ; at += mediaPieceBytes) {
    const isLast = at + mediaPieceBytes >= file.bytes.length
    const bytes = new Uint8Array(file.bytes.subarray(at, at + mediaPieceBytes))
    const sent = await shell['media:piece']({ exportId, path: file.path, bytes, isLast })
    if (!sent.ok || isLast) return sent
  }
}

const sealedOf = ({ path, subject, digest }: Extract<ExportFile, { kind: 'sealed' }>) => ({ path, subject, digest })

function slipModel(
  medium: MediumOut,
  office: Office,
  { nameOf, today }: Pick<MediaPortParts, 'nameOf' | 'today'>,
): MediumSlip {
  const approval = office.media.approvals.find(({ approvalId }) => approvalId === medium.approvalId)
  const { mediumNo, exportId, of, folder, files, bytes, digest, isMasked, receiver, holder } = medium
  return {
    letter: 'mediumSlip',
    ...{ officeName: office.name, mediumNo, exportId, of, folder, files, bytes, digest, isMasked, receiver, holder },
    approval: approval
      ? { by: nameOf(approval.by.actor), on: civilDateAt(approval.by.at), reason: approval.reason }
      : null,
    ...{ handedOverBy: nameOf(medium.by.actor), exportedOn: medium.on, madeOn: today },
  }
}
