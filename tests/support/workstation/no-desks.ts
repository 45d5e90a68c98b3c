import type { HandlerParts } from '../../../electron/main/ipc/desk-handlers'

/** For tests that ask nothing of printers, spreadsheets, scans or the machine's own settings: asking throws. */
export const noDesks: Omit<HandlerParts, 'workstation' | 'cards'> = {
  letters: null as never,
  registers: null as never,
  oldRegisters: null as never,
  intake: null as never,
  outtake: null as never,
  media: null as never,
  neighbours: null as never,
  joining: null as never,
  puttingBack: null as never,
  exchange: null as never,
  updates: null as never,
  scans: null as never,
  machine: null as never,
  program: null as never,
  drop: () => undefined,
}
