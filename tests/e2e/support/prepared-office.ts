import { administrator, office, reviewer } from '../../demo/hands/people-of-the-story'
import { valueOf } from '../../support/workstation/test-workstation'
import { addPerson, earlyMorning, workstationOn } from './without-screen'

/** Leaves in `userData` what a finished set-up leaves: the real vault, keys, journal and price of a password. */
export async function prepareOffice(userData: string): Promise<void> {
  const workstation = workstationOn(userData, earlyMorning)
  const founder = { ...administrator, posts: ['administrator' as const, 'clerk' as const] }
  valueOf(await workstation.establish({ ...detailsOfOffice, administrator: founder }))
  await addPerson(workstation, { ...reviewer, posts: ['reviewer'] })
  workstation.lock()
}

const { officeName, placeCode, windowName, workstation: workstationCode, ...agency } = office

const detailsOfOffice = {
  ...{ officeName, placeCode, windowName, workstation: workstationCode },
  agency: {
    name: agency.agencyName,
    code: agency.agencyCode,
    address: agency.agencyAddress,
    contactName: agency.contactName,
    contactPhone: agency.contactPhone,
    reconsiderationBody: { name: agency.reconsiderationName, address: agency.reconsiderationAddress },
    court: { name: agency.courtName, address: agency.courtAddress },
  },
}
