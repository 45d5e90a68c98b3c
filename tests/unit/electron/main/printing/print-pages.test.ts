import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { printQueue } from '../../../../../electron/main/printing/print-pages'
import { eventually } from '../../../../support/eventually'

interface PrintOptions {
  readonly deviceName?: string
  readonly pageSize: unknown
  readonly silent: boolean
}

const office = vi.hoisted(() => ({
  printers: [] as string[],
  jobs: [] as PrintOptions[],
  isDone: true,
  neverEnds: false,
  open: [] as { url: string; isDestroyed: boolean }[],
  onLoad: (_url: string): void | Promise<void> => undefined,
}))

/** What print-pages asks of Electron's window, and nothing else. */
vi.mock('electron', () => ({
  BrowserWindow: class {
    readonly #state = { url: '', isDestroyed: false }
    constructor() {
      office.open.push(this.#state)
    }
    async loadURL(url: string): Promise<void> {
      this.#state.url = url
      await office.onLoad(url)
    }
    readonly webContents = {
      getPrintersAsync: async () => office.printers.map(name => ({ name })),
      print: (options: PrintOptions, done: (isDone: boolean) => void) => {
        office.jobs.push(options)
        if (!office.neverEnds) done(office.isDone)
      },
    }
    isDestroyed = () => this.#state.isDestroyed
    destroy = () => {
      if (this.#state.isDestroyed) throw new TypeError('Object has been destroyed') // as Electron does
      this.#state.isDestroyed = true
    }
  },
}))

beforeEach(() =>
  Object.assign(office, {
    printers: ['大厅打印机', '档案室打印机'],
    isDone: true,
    neverEnds: false,
    jobs: [],
    open: [],
  }),
)
afterEach(() => void (office.onLoad = () => undefined))

const page = Uint8Array.of(1, 2, 3)
const queueFor = (printer: string | undefined) => printQueue('preload.cjs', () => printer)

describe('a print job', () => {
  test('goes to the printer chosen in settings, still asked of the person', async () => {
    expect(await queueFor('档案室打印机').print('答复书', [page])).toBe('printed')
    expect(office.jobs).toMatchObject([{ deviceName: '档案室打印机', pageSize: 'A4', silent: false }])
  })

  test.each([
    ['none is chosen', undefined],
    ['the chosen one is gone', '坏掉的打印机'],
  ])('leaves it to the system where %s: a name it does not know would fail the job', async (_when, printer) => {
    expect(await queueFor(printer).print('答复书', [page])).toBe('printed')
    expect(office.jobs).toHaveLength(1)
    expect(office.jobs[0]).not.toHaveProperty('deviceName')
  })

  test('takes the printer that is chosen when it is printed, not when the program began', async () => {
    let chosen = '大厅打印机'
    const queue = printQueue('preload.cjs', () => chosen)
    await queue.print('一', [page])
    chosen = '档案室打印机'
    await queue.print('二', [page])
    expect(office.jobs.map(({ deviceName }) => deviceName)).toEqual(['大厅打印机', '档案室打印机'])
  })

  test('says that there is no printer, and that somebody cancelled', async () => {
    office.isDone = false
    expect(await queueFor(undefined).print('答复书', [page])).toBe('cancelled')
    office.printers = []
    expect(await queueFor('大厅打印机').print('答复书', [page])).toBe('noPrinter')
    expect(office.jobs).toHaveLength(1)
  })

  test('an envelope has its own size, in micrometres', async () => {
    await queueFor(undefined).print('信封', [page], { width: 220, height: 110 })
    expect(office.jobs[0]?.pageSize).toEqual({ width: 220_000, height: 110_000 })
  })
})

describe('the pages that wait', () => {
  test('are served to the print window while it prints, and to nobody after', async () => {
    const queue = queueFor(undefined)
    let during: Response[] = []
    let url = new URL('app://desk/')
    office.onLoad = address => {
      url = new URL(address)
      during = [queue.route(url), queue.route(new URL(`${address}&page=0`)), queue.route(new URL(`${address}&page=9`))]
    }
    await queue.print('<b>答复书', [page])
    const [sheet, first, none] = during
    expect(await sheet!.text()).toContain('<title>&#60;b&#62;答复书</title>')
    expect(sheet!.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(new Uint8Array(await first!.arrayBuffer())).toEqual(page)
    expect(none!.status).toBe(404)
    expect(queue.route(url).status).toBe(404)
    expect(office.open.every(({ isDestroyed }) => isDestroyed)).toBe(true)
  })

  test('are forgotten at a lock, their window closed', async () => {
    const queue = queueFor(undefined)
    let url = ''
    office.onLoad = address => {
      url = address
      queue.drop()
    }
    await queue.print('答复书', [page])
    expect(queue.route(new URL(url)).status).toBe(404)
    expect(office.open).toEqual([expect.objectContaining({ isDestroyed: true })])
  })

  test('are forgotten once: the next lock finds no window, though the system never said how its dialog ended', async () => {
    const queue = queueFor(undefined)
    office.neverEnds = true
    void queue.print('答复书', [page])
    await eventually(() => expect(office.jobs).toHaveLength(1))
    queue.drop()
    queue.drop()
    expect(office.open).toEqual([expect.objectContaining({ isDestroyed: true })])
  })
})
