import fs from 'node:fs'

/** Processor time in seconds of a process and of everything that it started and that lives, or that it has waited for. Linux. */
export function processorSecondsOf(pid: number): number {
  const all = processes()
  const family = (of: number): number[] => [
    of,
    ...all.filter(({ parent }) => parent === of).flatMap(one => family(one.pid)),
  ]
  const members = new Set(family(pid))
  return all.filter(one => members.has(one.pid)).reduce((sum, { ticks }) => sum + ticks, 0) / ticksASecond
}

interface Process {
  readonly pid: number
  readonly parent: number
  /** Own, and of children that ended. */
  readonly ticks: number
}

const ticksASecond = 100 // USER_HZ, the same on every Linux that Node runs on

function processes(): Process[] {
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
        // Its name may hold spaces and brackets: the fields begin after the last one.
        const fields = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number)
        const [parent, times] = [fields[1]!, fields.slice(11, 15)]
        return [{ pid: Number(name), parent, ticks: times.reduce((sum, one) => sum + one, 0) }]
      } catch {
        return [] // ended meanwhile
      }
    })
}
