import fs from 'node:fs'

export interface OneProcess {
  /** `main`, or what Chromium calls it: browser, renderer, gpu-process, utility. */
  readonly kind: string
  /** Memory of its own and its share of what it shares (PSS), MB. */
  readonly mb: number
}

/** A process and everything below it, largest first. Linux only. */
export function processesOf(root: number): OneProcess[] {
  const parents = new Map(everyProcess().map(pid => [pid, parentOf(pid)]))
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0
    return pid === root || (parent > 1 && isBelow(parent))
  }
  return [...parents.keys()]
    .filter(isBelow)
    .map(pid => ({ kind: pid === root ? 'main' : kindOf(pid), mb: shareOf(pid) }))
    .filter(({ mb }) => mb > 0)
    .sort((a, b) => b.mb - a.mb)
}

const everyProcess = (): number[] =>
  fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)

/** The fourth field of stat, after a name that may hold spaces and brackets. */
const parentOf = (pid: number): number =>
  Number(
    read(pid, 'stat')
      .replace(/^.*\) \S /s, '')
      .split(' ')[0] ?? 0,
  )

/** A process that Chromium has forked from another carries its words in one line, parted by blanks. */
function kindOf(pid: number): string {
  const words = read(pid, 'cmdline').split(/[\0 ]/)
  const of = (option: string) => words.find(word => word.startsWith(option))?.slice(option.length)
  const kind = of('--type=') ?? 'browser'
  const service = of('--utility-sub-type=')?.split('.').at(0)
  return service ? `${kind}, ${service}` : kind
}

const shareOf = (pid: number): number => Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024

function read(pid: number, name: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return '' // it has ended meanwhile
  }
}
