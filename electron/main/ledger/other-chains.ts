import fs from 'node:fs'
import path from 'node:path'
import { openJournalDisk, type JournalDisk } from './journal-disk'
import { openMirror, type Mirror } from './mirror'

/** Where the journals of the office's other chains lie on this machine. */
export interface OtherChains {
  /** Every chain of which a journal lies here, or in the second copy. */
  list(): readonly string[]
  /** Makes the chain's folder where there is none. */
  disk(chain: string): JournalDisk
  mirror(chain: string): Mirror | null
}

export interface OtherChainsParts {
  /** `chains`, beside the folder of the own journal. */
  readonly folder: string
  readonly mirrorFolder?: string | undefined
  /** The office's key of journals; which chain a frame belongs to is bound into it. */
  readonly key: Buffer
}

const chainsFolder = 'chains'
const chainName = /^[0-9a-f]{32}$/

/** One folder a chain, with the same segments and frames as the own journal, and a copy of each in the mirror. */
export function otherChains({ folder, mirrorFolder, key }: OtherChainsParts): OtherChains {
  const copies = mirrorFolder && path.join(mirrorFolder, chainsFolder)
  return {
    // A copy without its original is a journal that was lost, which the witness in the mirror then says.
    list: () => [...new Set([...namesIn(folder), ...(copies ? namesIn(copies) : [])])].sort(),
    disk: chain => openJournalDisk(path.join(folder, chain)),
    mirror: chain =>
      mirrorFolder
        ? openMirror({
            ...{ from: path.join(folder, chain), mirrorFolder, below: [chainsFolder] },
            seal: { key, chain: Buffer.from(chain, 'hex') },
          })
        : null,
  }
}

export const otherChainsFolder = (office: string): string => path.join(office, chainsFolder)

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).filter(name => chainName.test(name))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}
