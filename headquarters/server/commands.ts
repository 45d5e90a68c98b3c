import fs from 'node:fs'
import path from 'node:path'
import { enrolment } from '#shared/contracts/headquarters-api'
import { machineRole, newOffice, officePlace } from '#shared/contracts/headquarters-console'
import { boundTo, inBoundOffice } from '../store/bound-office'
import { addOffice, allOffices, findOffice } from '../store/offices'
import { openAnew } from '../store/own-acts'
import { rebuildOffice } from '../store/projection/rebuild'
import { issueCode } from './codes'
import { done, not, type Done } from './done'
import { enrol } from './enrol'
import { closeByCommand, listMachines } from './machines/machine-commands'
import { removeByCommand, renameByCommand } from './offices/office-commands'
import { ownVoice } from './own-voice'
import { storeParts, type Parts } from './parts'
import { takeByCommand } from './sticks/take-command'
import { listen, type Headquarters } from './start'
import { runUpdateCommand } from './updates/update-command'
import { enrolmentWords, say } from './words'

/** Null where the arguments make no command: the usage is said. */
type Command = (headquarters: Headquarters, args: readonly string[]) => Promise<Done | null>

/** Each works beside a server that runs: the database keeps them apart. */
export const commands = {
  async office({ parts }, [placeCode, name]) {
    const wish = newOffice.safeParse({ placeCode, name })
    if (!wish.success) return not(say.placeWrong)
    const officeId = await addOffice(parts.db, { ...wish.data, at: new Date(parts.now()) })
    return done([say.office(officeId, wish.data.name), ...(await codeLines(parts, officeId, 'desk'))].join('\n'))
  },

  async code({ parts }, [officeId, role = 'desk']) {
    const place = officePlace.safeParse({ officeId })
    const wanted = machineRole.safeParse(role)
    if (!place.success || !wanted.success) return null
    if (!(await findOffice(parts.db, place.data.officeId))) return not(say.noSuchOffice)
    return done((await codeLines(parts, place.data.officeId, wanted.data)).join('\n'))
  },

  async enrol({ parts }, [request, answer]) {
    if (!request || !answer) return null
    const asked = readRequest(request)
    if (!asked) return not(say.fileWrong)
    if (fs.existsSync(answer)) return not(say.fileThere(answer)) // before the code is spent
    const enrolled = await enrol(parts, asked)
    if (!enrolled.ok) return not(enrolmentWords[enrolled.problem.kind])
    try {
      fs.writeFileSync(answer, `${JSON.stringify(enrolled.value, null, 2)}\n`, { flag: 'wx', flush: true })
    } catch {
      return not(say.answerFileNotWritten(answer))
    }
    return done(say.enrolled(answer))
  },

  take: ({ parts }, words) => takeByCommand(parts, words),

  rename: ({ parts }, words) => renameByCommand(parts, words),

  remove: ({ parts }, words) => removeByCommand(parts, words),

  machines: ({ parts }, words) => listMachines(parts, words),

  close: ({ parts }, words) => closeByCommand(parts, words),

  /** Packages for the program of the offices. */
  update: ({ parts }, words) => runUpdateCommand(parts, words),

  /** After key, database and files were all put back to a backup: nothing here can tell that by itself. */
  async restored({ parts }) {
    let offices = 0
    for (const { officeId, name, ledger } of await allOffices(parts.db)) {
      if (ledger === null) continue
      const bound = boundTo({ officeId, name, ledger }, ledger)
      const isOpened = await inBoundOffice(storeParts(parts), bound, rows => openAnew(rows, ownVoice(parts)))
      if (isOpened) offices++
    }
    return done(say.restored(offices))
  },

  async rebuild({ parts }, [officeId]) {
    const chosen = (await allOffices(parts.db)).filter(
      one => officeId === undefined || String(one.officeId) === officeId,
    )
    if (chosen.length === 0) return not(say.noSuchOffice)
    let cases = 0
    for (const one of chosen) cases += await rebuildOffice(parts.db, one.officeId, parts.calendars)
    return done(say.rebuilt(chosen.length, cases))
  },
} satisfies Record<string, Command>

/** A province that has just been set up asks for its codes one by one. */
const codesAtStart = 3

const firstPlace = { placeCode: '100000', name: '第一家单位' }

/** Runs until it is told to stop. A first start adds an office, and the first offices without a machine get a code. */
export async function startServer(headquarters: Headquarters): Promise<void> {
  const { parts, cluster } = headquarters
  const codes = await firstCodes(parts) // before the door opens: from then on it may be told to stop at any moment
  const { server, url } = await listen(headquarters)
  const stopping = stopOnSignal(headquarters, () => server.close())
  const lines = [
    ...[say.running(url), hasConsole(parts) ? say.console(`${url}/console/`) : say.consoleNotBuilt],
    ...[cluster ? say.embedded(cluster.port) : say.ownDatabase],
    ...[say.tokenFile(path.join(parts.config.folder, 'operator.token')), say.print(parts.key.print), ...codes],
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  await stopping
}

async function firstCodes(parts: Parts): Promise<string[]> {
  if ((await allOffices(parts.db)).length === 0) await addOffice(parts.db, { ...firstPlace, at: new Date(parts.now()) })
  const waiting = (await allOffices(parts.db)).filter(({ ledger }) => ledger === null)
  const lines: string[] = []
  for (const { officeId, name } of waiting.slice(0, codesAtStart))
    lines.push(say.office(officeId, name), ...(await codeLines(parts, officeId, 'desk')))
  if (waiting.length > codesAtStart) lines.push(say.moreWaiting(waiting.length - codesAtStart))
  return lines
}

const hasConsole = ({ consoleFolder }: Parts): boolean => fs.existsSync(path.join(consoleFolder, 'index.html'))

/** The first signal lets what runs come to its end, within a bound; a second one ends at once. */
function stopOnSignal({ parts, close }: Headquarters, closeServer: () => Promise<void>): Promise<void> {
  return new Promise(resolve => {
    let isStopping = false
    const stop = () => {
      if (isStopping) process.exit(1)
      isStopping = true
      process.stdout.write(`${say.stopping}\n`)
      setTimeout(() => process.exit(1), parts.config.stopWithinSeconds * 1_000).unref()
      void closeServer().then(close).then(resolve)
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  })
}

async function codeLines(parts: Parts, officeId: number, role: 'desk' | 'observer'): Promise<string[]> {
  const issued = await issueCode(parts, officeId, role)
  if (!issued) return [say.tooManyCodes]
  const until = issued.expiresAt.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
  return [say.code(issued.code, until)]
}

/** What a stick brought: the same words that are sent on the line. */
function readRequest(file: string) {
  const mostBytes = 3 * 1024 * 1024
  try {
    if (fs.statSync(file).size > mostBytes) return null
    const read = enrolment.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
