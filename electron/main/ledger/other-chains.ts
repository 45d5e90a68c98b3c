import fs from 'node:fs'
import path from 'node:path'
import { attemptWrite } from '../vault/attempt-write'
import { openJournalDisk, type JournalDisk } from './journal-disk'
import { openMirror, type Mirror } from './mirror'
import { chainsFolder } from './mirror-folder'

/** Where the journals of the office's other chains lie on this machine. */
export interface OtherChains {
  /** Every chain of which a journal lies here, or in the second copy. */
  list(): readonly string[]
  /** Makes the chain's folder where there is none. */
  disk(chain: string): JournalDisk
  mirror(chain: string): Mirror | null
  /** Branches of the chain that were set aside: a witness of one of them is none of the chain. */
  parted(chain: string): readonly JournalDisk[]
}

export interface OtherChainsParts {
  /** `chains`, beside the folder of the own journal. */
  readonly folder: string
  /** Of the own journals, a folder a chain: those that this machine wrote before it rolled over are branches set aside. */
  readonly ownFolder: string
  readonly mirrorFolder?: string | undefined
  /** The office's key of journals; which chain a frame belongs to is bound into it. */
  readonly key: Buffer
}

const chainName = /^[0-9a-f]{32}$/

/** One folder a chain, with the same segments and frames as the own journal, and a copy of each in the mirror. */
export function otherChains({ folder, ownFolder, mirrorFolder, key }: OtherChainsParts): OtherChains {
  finishHalfMade(folder)
  const copies = mirrorFolder && path.join(mirrorFolder, chainsFolder)
  const branchesOf = (chain: string): JournalDisk[] => {
    const parted = partedFolder(folder)
    const branches = namesIn(parted, new RegExp(`^${chain}\\.\\d+$`)).map(name => path.join(parted, name))
    return [...branches, ...namesIn(ownFolder, new RegExp(`^${chain}$`)).map(name => path.join(ownFolder, name))].map(
      openJournalDisk,
    )
  }
  return {
    // A copy without its original is a journal that was lost, which the witness in the mirror then says.
    list: () => [...new Set([...namesIn(folder), ...(copies ? namesIn(copies) : [])])].sort(),
    disk: chain => openJournalDisk(path.join(folder, chain)),
    mirror: chain =>
      mirrorFolder
        ? openMirror({
            ...{ from: path.join(folder, chain), mirrorFolder, below: [chainsFolder] },
            seal: { key, chain: Buffer.from(chain, 'hex') },
            parted: () => branchesOf(chain),
          })
        : null,
    parted: branchesOf,
  }
}

/** Where branches of chains lie that parted from what stands elsewhere. Nothing is ever deleted there. */
export const partedFolder = (othersFolder: string): string => path.join(othersFolder, 'parted')

/** Of a journal that is written to take the place of one. */
export const halfMade = (journal: string): string => `${journal}.new`

/** A crash between two renames left the new one without its name, or one before them left it half written. */
function finishHalfMade(folder: string): void {
  for (const name of namesIn(folder, /^[0-9a-f]{32}\.new$/)) {
    const journal = path.join(folder, name.slice(0, 32))
    // Nobody reads the half: where it cannot go now, it goes before the next one is written.
    if (fs.existsSync(journal)) attemptWrite(() => fs.rmSync(halfMade(journal), { recursive: true }))
    else fs.renameSync(halfMade(journal), journal)
  }
}

export const otherChainsFolder = (office: string): string => path.join(office, chainsFolder)

function namesIn(folder: string, shape = chainName): string[] {
  try {
    return fs.readdirSync(folder).filter(name => shape.test(name))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}
