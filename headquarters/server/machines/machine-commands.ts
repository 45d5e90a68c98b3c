import { machineBeginning, officePlace } from '#shared/contracts/headquarters-console'
import { allOffices, findOffice } from '../../store/offices'
import { done, not, type Done } from '../done'
import type { Parts } from '../parts'
import { say } from '../words'
import { closeForGood } from './close-machine'
import { machineWords } from './machine-words'
import { machinesShown } from './machines-shown'

/** `npm run hq -- machines [OFFICE]`: with the ids that closing one asks for. */
export async function listMachines(parts: Parts, [officeId]: readonly string[]): Promise<Done> {
  const offices = (await allOffices(parts.db)).filter(
    one => officeId === undefined || String(one.officeId) === officeId,
  )
  if (offices.length === 0) return not(say.noSuchOffice)
  const lines: string[] = []
  for (const office of offices) {
    const machines = await machinesShown(parts, office)
    lines.push(say.office(office.officeId, office.name))
    lines.push(...(machines.length > 0 ? machines.map(machineWords.machine) : [machineWords.none]))
  }
  return done(lines.join('\n'))
}

/** `npm run hq -- close OFFICE MACHINE [FROM]`: the beginning of its id is enough where it is of one alone. */
export async function closeByCommand(parts: Parts, words: readonly string[]): Promise<Done | null> {
  const [officeId, chain, fromSeq] = words
  const place = officePlace.extend({ chain: machineBeginning }).safeParse({ officeId, chain })
  if (!place.success || (fromSeq !== undefined && !/^[1-9]\d{0,9}$/.test(fromSeq))) return null
  const office = await findOffice(parts.db, place.data.officeId)
  if (!office) return not(say.noSuchOffice)
  const named = (await machinesShown(parts, office)).filter(one => one.chain.startsWith(place.data.chain))
  const [machine, ...others] = named
  if (!machine) return not(machineWords.unknown(office.officeId))
  if (others.length > 0) return not(machineWords.several(named))
  const from = fromSeq === undefined ? {} : { fromSeq: Number(fromSeq) }
  const closed = await closeForGood(parts, { officeId: office.officeId, chain: machine.chain, ...from })
  return closed
    ? done(machineWords.closed(machine, { officeId: office.officeId, ...closed }))
    : not(machineWords.alreadyClosed(machine))
}
