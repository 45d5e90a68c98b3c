import fs from 'node:fs/promises'
import { z } from 'zod'

/** Where cards are read: the service that the vendor installs on this machine, or a file (for tests). */
export const cardReaderSetting = z.union([
  z.strictObject({
    port: z.number().int().min(1).max(65_535),
    path: z
      .string()
      .regex(/^\/[\w./?=&%-]{0,200}$/)
      .default('/'),
    method: z.enum(['GET', 'POST']).default('GET'),
  }),
  z.strictObject({ file: z.string().min(1) }),
])
export type CardReaderSetting = z.infer<typeof cardReaderSetting>

export type CardAnswer =
  | { readonly outcome: 'read'; readonly name: string; readonly idNumber: string; readonly address: string }
  | { readonly outcome: 'notRead'; readonly why: 'noReader' | 'noAnswer' | 'noCard' | 'unreadable' }

export interface CardService {
  isSetUp(): boolean
  read(): Promise<CardAnswer>
}

const longestWaitMs = 8_000
/** With the photo in base64, which is thrown away unread. */
const mostBytes = 5 * 1024 * 1024

/**
 * Asks for the card on the reader. The host is this machine and nothing else, whatever the settings say; of the answer
 * only name, number and address are kept, so that the photo is never stored and never reaches the window.
 */
export function cardService(
  settingNow: () => CardReaderSetting | undefined,
  fetchLike: typeof fetch = fetch,
): CardService {
  return {
    isSetUp: () => settingNow() !== undefined,
    read: async () => {
      const setting = settingNow()
      if (!setting) return notRead('noReader')
      const text = await ('file' in setting ? readFile(setting.file) : ask(setting, fetchLike)).catch(() => null)
      return text === null ? notRead('noAnswer') : cardIn(text)
    },
  }
}

type Served = Extract<CardReaderSetting, { port: number }>

async function ask({ port, path, method }: Served, fetchLike: typeof fetch): Promise<string | null> {
  const answer = await fetchLike(`http://127.0.0.1:${port}${path}`, {
    method,
    redirect: 'error', // it could lead to another machine
    signal: AbortSignal.timeout(longestWaitMs),
  })
  return answer.ok ? answer.text() : null
}

const readFile = (file: string): Promise<string> => fs.readFile(file, 'utf8')

function cardIn(text: string): CardAnswer {
  if (text.length > mostBytes) return notRead('unreadable')
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    return notRead('unreadable')
  }
  const fields = textsIn(answer)
  const [name, idNumber, address] = [names, numbers, addresses].map(
    keys => keys.map(key => fields.get(key)).find(value => value !== undefined && value !== '') ?? '',
  ) as [string, string, string]
  return idNumber === '' ? notRead('noCard') : { outcome: 'read', name, idNumber, address }
}

/** As the vendors of readers call them; letters only, small. */
const names = ['partyname', 'certname', 'name', 'username', 'xm', 'cname']
const numbers = [
  'certnumber',
  'certno',
  'idcardno',
  'idcardnumber',
  'idnumber',
  'idno',
  'cardno',
  'identitynumber',
  'sfzh',
]
const addresses = ['certaddress', 'address', 'addr', 'zz']

const longestText = 300
const deepest = 4

/** Every short text of the answer by its name, however deep the vendor wrapped it. Long ones are pictures. */
function textsIn(answer: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (part: unknown, depth: number): void => {
    if (typeof part !== 'object' || part === null || depth > deepest) return
    for (const [key, value] of Object.entries(part)) {
      const plain = key.toLowerCase().replace(/[^a-z]/g, '')
      if (typeof value === 'string' && value.length <= longestText && !found.has(plain)) found.set(plain, value.trim())
      else walk(value, depth + 1)
    }
  }
  walk(answer, 0)
  return found
}

const notRead = (why: Extract<CardAnswer, { outcome: 'notRead' }>['why']): CardAnswer => ({ outcome: 'notRead', why })
