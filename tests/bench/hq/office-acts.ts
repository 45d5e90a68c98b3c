import { daysOfYear } from '../../../shared/domain/calendar/civil-date'
import { testMachine, type TestMachine } from '../../support/headquarters/test-machine'

export const benchYear = 2026
const days = daysOfYear(benchYear)
/** 39 visits of 13 acts and the act that opens the chain; every sixth visit is not at its end yet. */
const visitsOfOffice = 40
const openEvery = 6

/** What one office wrote in a year: visits spread over its days, signed by its own machine. About 500 acts. */
export function yearOfOffice(nth: number): TestMachine {
  const machine = testMachine()
  for (let visit = 0; visit < visitsOfOffice; visit++) {
    const isOpen = visit % openEvery === 0
    machine.visit(days[(visit * 9 + nth * 5) % days.length], isOpen ? 7 + ((nth + visit) % 6) : undefined)
  }
  return machine
}
