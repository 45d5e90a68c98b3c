import { useEffect, useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { idKindOf, type RegistrationForm } from '#shared/application/reception/registration-form'
import { checkIdentityDocument } from '#shared/domain/identity/identity-document'
import {
  keysOf,
  likelyRepeats,
  monthlyCount,
  rememberRequest,
  type GrowingIndex,
  type LikelyRepeat,
  type RequestsByPerson,
} from '#shared/domain/requests/likely-repeat'
import { idleWork } from '../../ui/states/idle-work'

export interface EarlierRequests {
  readonly repeats: readonly LikelyRepeat[]
  /** With the one in hand. */
  readonly thisMonth: number
}

/**
 * What these people asked for before. Nothing is opened before the first document is whole, and then once for as long
 * as the form stands: the index is held in memory, and a look-up walks through one person only.
 */
export function useEarlierRequests(desk: Desk, form: RegistrationForm): EarlierRequests {
  const { today } = desk
  const keys = keysIn(form, desk)
  const byPerson = useRequestsByPerson(desk, keys.length > 0)
  const { description } = form
  const joined = keys.join('\n')
  return useMemo(() => {
    const asked = { keys: joined.split('\n'), description, on: today }
    return { repeats: likelyRepeats(byPerson, asked), thisMonth: monthlyCount(byPerson, asked) }
  }, [byPerson, joined, description, today])
}

function keysIn(form: RegistrationForm, { today }: Desk): readonly string[] {
  const { idNumber, country, others } = form
  const shown = [{ idKind: idKindOf(form), idNumber, country }, ...others]
  return keysOf(
    shown.flatMap(document => {
      const checked = checkIdentityDocument(document, today)
      return checked.ok ? [checked.value] : []
    }),
  )
}

/** Put together while the window idles: 100,000 people at once would hold up what is being typed. */
function useRequestsByPerson({ requests }: Desk, isAsked: boolean): RequestsByPerson {
  const [byPerson, setByPerson] = useState<RequestsByPerson>(nobody)
  useEffect(() => {
    if (!isAsked) return
    let stop = (): void => undefined
    const unwatch = requests.watchAll(records => {
      stop()
      const index: GrowingIndex = new Map()
      stop = idleWork(
        records,
        record => rememberRequest(index, record),
        () => setByPerson(index),
      )
    })
    return () => {
      unwatch()
      stop()
    }
  }, [requests, isAsked])
  return byPerson
}

const nobody: RequestsByPerson = new Map()
