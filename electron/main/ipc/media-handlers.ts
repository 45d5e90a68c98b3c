import type { Handlers, Reply } from '#shared/contracts/channel'
import type { bundleChannels } from '#shared/contracts/bundle-channels'
import type { mediaChannels } from '#shared/contracts/media-channels'
import { officeSubject } from '#shared/ledger/subject'
import type { MediaDesk } from '../media/media-desk'
import type { Workstation } from '../workstation/workstation'

export interface MediaHandlerParts {
  readonly workstation: Pick<Workstation, 'append' | 'options'>
  readonly media: MediaDesk
}

type OfficeAct = Parameters<Workstation['append']>[0]

/** Exports onto media, and what is noted of them afterwards. Who may is judged by the authority. */
export function mediaHandlers({
  workstation,
  media,
}: MediaHandlerParts): Handlers<typeof mediaChannels & typeof bundleChannels> {
  const note = (role: string, fact: OfficeAct['facts'][number]): Reply<void> => {
    const done = workstation.append({ subject: officeSubject, role, facts: [fact] })
    return done.ok ? { ok: true, value: undefined } : done
  }
  return {
    'bundle:find': async ({ mediumId }) =>
      media.onMedium(mediumId, root => {
        const found = media.sticks.find(root)
        return found.ok ? { ok: true, value: [...found.value] } : found
      }),
    'bundle:take': async ({ mediumId, ...of }) => media.onMedium(mediumId, root => media.sticks.take(root, of)),
    'bundle:offered': async () => ({ ok: true, value: media.takeOffered() }),
    'bundle:waiting': async () => media.sticks.waiting(),
    'bundle:apply': async ({ role }) => media.sticks.apply(role),
    'bundle:discard': async () => ({ ok: true, value: media.sticks.discard() }),
    'bundle:progress': async () => ({ ok: true, value: media.sticks.progress() }),
    'bundle:cancel': async () => ({ ok: true, value: media.sticks.cancel() }),
    'media:bundle': async asked => media.bundle(asked),
    'media:bundleSize': async wish => media.sticks.size(wish),
    'media:list': async () => media.list(),
    'media:chooseFolder': async () => media.chooseFolder(),
    'media:begin': async asked => media.begin(asked),
    'media:piece': async piece => media.piece(piece),
    'media:table': async table => media.table(table),
    'media:sealed': async asked => media.sealed(asked),
    'media:finish': async asked => media.finish(asked),
    'media:cancel': async asked => media.cancel(asked),
    'media:unseenEnd': async () => media.unseenEnd(),
    'media:forgetEnd': async () => media.forgetEnd(),
    'media:progress': async asked => media.progress(asked),
    'media:verify': async asked => media.verify(asked),
    'media:verifyProgress': async asked => media.verifyProgress(asked),
    'media:cancelVerify': async asked => media.cancelVerify(asked),
    'media:removeLeftover': async asked => media.removeLeftover(asked),
    'media:approve': async ({ of, reason, role }) => {
      const approvalId = workstation.options.newId()
      const done = note(role, { type: 'media.unmaskedApproved@1', open: { approvalId, of }, personal: { reason } })
      return done.ok ? { ok: true, value: { approvalId } } : done
    },
    'media:acknowledge': async ({ exportId, on, how, receivedBy, role }) =>
      note(role, { type: 'media.acknowledged@1', open: { exportId, on, how }, personal: { receivedBy } }),
    'media:reportMissing': async ({ exportId, on, reason, role }) =>
      note(role, { type: 'media.missing@1', open: { exportId, on }, personal: { reason } }),
  }
}
