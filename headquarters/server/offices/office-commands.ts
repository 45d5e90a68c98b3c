import { officeNaming, officePlace } from '#shared/contracts/headquarters-console'
import { renameOffice } from '../../store/offices'
import { removeOffice, type Removed } from '../../store/remove-office'
import { done, not, type Done } from '../done'
import type { Parts } from '../parts'
import { say } from '../words'

/** `npm run hq -- rename OFFICE NAME`: its number stays. */
export async function renameByCommand({ db }: Parts, [officeId, name]: readonly string[]): Promise<Done | null> {
  const place = officePlace.safeParse({ officeId })
  if (!place.success || name === undefined) return null
  const wish = officeNaming.safeParse({ name })
  if (!wish.success) return not(words.nameWrong)
  const isRenamed = await renameOffice(db, { ...place.data, ...wish.data })
  return isRenamed ? done(words.renamed(place.data.officeId, wish.data.name)) : not(say.noSuchOffice)
}

/** `npm run hq -- remove OFFICE`: only one that never enrolled anything. */
export async function removeByCommand({ db }: Parts, [officeId]: readonly string[]): Promise<Done | null> {
  const place = officePlace.safeParse({ officeId })
  if (!place.success) return null
  const removed = await removeOffice(db, place.data.officeId)
  return { ok: removed === 'removed', says: outcomes[removed] }
}

const outcomes: Readonly<Record<Removed, string>> = {
  removed: '已删除。它没用过的登记码一并作废。',
  unknown: say.noSuchOffice,
  inUse: '没有删除：这家单位登记过机器，账本和统计都在这里，机器也以为都在。可以更名，或停用它的机器。',
}

const words = {
  nameWrong: '名称不能空，最多 60 个字。',
  renamed: (officeId: number, name: string) => `单位 ${officeId} 已更名为 ${name}。编号不变，机器不必再登记。`,
} as const
