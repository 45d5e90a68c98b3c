import type { Drafts } from '#shared/application/desk'
import type { Watch } from '#shared/application/ports'
import { isRegistrationDraft, readRegistrationDraft } from '#shared/application/reception/registration-draft'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { maskApplicantName } from '#shared/domain/identity/masking'

export interface WaitingDraft {
  readonly name: string
  /** Masked; empty where no name was typed yet. */
  readonly applicant: string
  readonly savedAt: number
}

export type WaitingDrafts =
  | { readonly kind: 'read'; readonly newest: readonly WaitingDraft[]; readonly more: number }
  | { readonly kind: 'failed' }

const shown = 2

/**
 * Heard now and after every draft that is saved or discarded: the form that was just left may still be writing its own
 * when the board is already on screen.
 */
export function watchWaitingDrafts(
  drafts: Pick<Drafts, 'list' | 'load' | 'onChange'>,
  today: CivilDate,
): Watch<WaitingDrafts> {
  return listener => {
    let turn = 0
    const read = (): void => {
      const mine = ++turn // an older answer that comes late is no longer true
      void waitingDrafts(drafts, today).then(found => (mine === turn ? listener(found) : undefined))
    }
    read()
    const stop = drafts.onChange(read)
    return () => {
      turn = -1
      stop()
    }
  }
}

/** Registrations that were put aside, the newest opened for the masked name of the applicant. */
export async function waitingDrafts(drafts: Pick<Drafts, 'list' | 'load'>, today: CivilDate): Promise<WaitingDrafts> {
  const listed = await drafts.list()
  if (!listed.ok) return { kind: 'failed' }
  const mine = listed.value.filter(({ name }) => isRegistrationDraft(name)).toSorted((a, b) => b.savedAt - a.savedAt)
  const newest = await Promise.all(
    mine.slice(0, shown).map(async ({ name, savedAt }): Promise<WaitingDraft> => {
      const draft = await drafts.load(name)
      const form = draft.ok && draft.value ? readRegistrationDraft(draft.value.content, today) : null
      return { name, savedAt, applicant: form ? maskApplicantName(form.name, form.applicantType) : '' }
    }),
  )
  return { kind: 'read', newest, more: mine.length - newest.length }
}
