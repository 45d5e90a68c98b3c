import type { Desk } from './desk'

/** The wall clock of main, which goes on while nobody is there; to be asked for before somebody signs in. */
export async function passingTime({ program }: Desk): Promise<(minutes: number) => Promise<void>> {
  await program.evaluate(() => {
    const now = Date.now
    const passed = { minutes: 0 }
    Object.assign(globalThis, { passed })
    Date.now = () => now() + passed.minutes * 60_000
  })
  return minutes =>
    program.evaluate((_electron, more) => {
      ;(globalThis as unknown as { passed: { minutes: number } }).passed.minutes += more
    }, minutes)
}
