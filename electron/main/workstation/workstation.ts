import fs from 'node:fs'
import path from 'node:path'
import type { Session, Witness } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Proof } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { subjectOf } from '#shared/ledger/subject'
import { officeAuthority, type OfficeAuthority } from '../authority/office-authority'
import type { ClockDoubt, OfficeClock } from '../clock/office-clock'
import { openBlobDisk } from '../ledger/blob-disk'
import { blobIndex, type BlobIndex } from '../ledger/blob-index'
import { openBlobMirror, type BlobMirror } from '../ledger/blob-mirror'
import { Blobs } from '../ledger/blobs'
import { openJournalDisk } from '../ledger/journal-disk'
import { Ledger, type Head } from '../ledger/ledger'
import type { ProposedAct } from '../ledger/make-acts'
import { openMirror } from '../ledger/mirror'
import { otherChains, otherChainsFolder } from '../ledger/other-chains'
import type { Announce } from '../vault/announce'
import { startAutoLock, type AutoLock, type Schedule } from '../vault/auto-lock'
import type { OpenKeys } from '../vault/open-keys'
import { createPersonalSealer, SubjectKeyError } from '../vault/personal-sealer'
import type { Vault } from '../vault/vault'
import { diskProblem } from './disk-space'
import type { Founding } from './founding'
import type { JournalCare } from './journal-care'
import { foundingDraft, untoldDraft } from './own-drafts'
import { exchangeOf, type ExchangeOfParts } from './exchange-of'
import { putInOrder } from './put-in-order'
import { actsOf, sessionOf } from './session-of'
import { announceChange, tellUntoldChange } from './untold-change'

export interface WorkstationOptions {
  /** Folder of everything that must outlive the program; outside the Chromium profile. */
  readonly folder: string
  readonly mirrorFolder?: string
  readonly vault: Vault
  readonly clock: OfficeClock
  readonly freeBytes: () => number
  readonly schedule: Schedule
  readonly newId: () => string
  /** The auto-lock struck: the window has to forget what it shows. */
  readonly onTimedLock: () => void
  /** Left out, every journal is read whole before the first screen. */
  readonly journalCare?: JournalCare
  /** A whole check, while people work, found the journal unsound: it is for reading only from now on. */
  readonly onJournalLocked?: (problem: Problem) => void
}

/** `missing`: the folder is not there, as when its disk is not plugged in. `behind`: it is, and lacks acts. */
export type CopyState = 'off' | 'current' | 'behind' | 'missing'

/** The highest acts that a view has taken in, one a chain. */
export type Witnessed = Witness | readonly Witness[] | null

type VaultChange = (announce: Announce) => Result<void, Problem> | Promise<Result<void, Problem>>

interface OpenDesk {
  readonly keys: OpenKeys
  readonly ledger: Ledger
  readonly blobs: Blobs
  readonly blobIndex: BlobIndex
  readonly blobMirror: BlobMirror | null
  readonly autoLock: AutoLock
  readonly authority: OfficeAuthority
  readonly stopCheck?: () => void
}

/** This machine: who is signed in, which keys are open and where acts go. Main holds exactly one. */
export class Workstation {
  #desk: OpenDesk | null = null
  #vaultChange: Promise<unknown> = Promise.resolve()
  /** Of the desk that is open, or was: whom it trusts is reckoned once. */
  #exchange: { readonly of: Ledger; readonly exchange: ExchangeLedger } | null = null

  constructor(readonly options: WorkstationOptions) {}

  get ledger(): Ledger | null {
    return this.#desk?.ledger ?? null
  }

  get isOpen(): boolean {
    return this.#desk !== null
  }

  get mirrorState(): CopyState {
    const { ledger, blobMirror } = this.#desk ?? {}
    const copy = ledger?.mirrorState ?? null
    if (copy === null) return 'off'
    if (!fs.existsSync(this.options.mirrorFolder ?? '')) return 'missing'
    // A copy of the journal without its keys could be read by nobody.
    const others = [blobMirror?.state(), this.options.vault.mirror]
    return others.includes('behind') ? 'behind' : copy
  }

  /** The disk may be there again: the copy goes on without waiting for the next act. Resolves when the journal's did. */
  async lookAtMirror(): Promise<void> {
    if (this.mirrorState !== 'behind' || this.#desk?.ledger.readOnly) return
    this.#desk?.ledger.followMirror()
    this.#desk?.blobMirror?.follow()
    this.options.vault.followMirror()
    await new Promise(resolve => setImmediate(resolve)) // behind the copy, which waits for its turn too
  }

  /** The sealed files of the office and which of them acts name; null while it is locked. */
  get scans(): Pick<OpenDesk, 'blobs' | 'blobIndex' | 'blobMirror'> | null {
    return this.#desk
  }

  async establish(founding: Founding): Promise<Result<{ session: Session; recoveryKey: string }, Problem>> {
    const full = diskProblem(this.options.freeBytes())
    if (full) return err(full)
    // Sealed beside the vault until the acts are written: an office that stands in vault.json can always be founded.
    const draft = { name: foundingDraft, content: withoutPassword(founding) }
    const made = await this.options.vault.establish(founding, draft)
    if (!made.ok) return made
    const opened = this.#open(made.value.keys, null)
    return opened.ok ? ok({ session: opened.value, recoveryKey: made.value.recoveryKey }) : opened
  }

  async signIn(input: { personId: string; password: string; witness: Witnessed }): Promise<Result<Session, Problem>> {
    if (this.isOpen) this.lock() // change of person without restart
    const keys = await this.options.vault.signIn(input.personId, input.password)
    return keys.ok ? this.#open(keys.value, input.witness) : keys
  }

  async recover(input: {
    recoveryKey: string
    personId: string
    newPassword: string
    witness: Witnessed
  }): Promise<Result<Session, Problem>> {
    if (this.isOpen) this.lock()
    const keys = await this.options.vault.recover(input.recoveryKey, input.personId, input.newPassword)
    if (!keys.ok) return keys
    const opened = this.#open(keys.value, input.witness)
    if (opened.ok) this.#noteAboutMe({ type: 'person.passwordSet@1', open: { by: 'recoverySheet' } })
    return opened
  }

  lock(): void {
    this.#closeDesk()
    this.options.vault.lock()
  }

  #closeDesk(): void {
    this.#desk?.stopCheck?.()
    this.#desk?.autoLock.stop()
    this.#desk?.blobMirror?.stop()
    this.#desk?.blobs.close()
    this.#desk?.ledger.close()
    this.#desk = null
  }

  touch(): void {
    this.#desk?.autoLock.touch()
  }

  /** Appends one act in the name of the person who is signed in. */
  append(act: Omit<ProposedAct, 'actor'>): Result<Head, Problem> {
    const written = this.appendAll([act])
    return written.ok ? ok(written.value.at(-1)!) : written
  }

  /** Several acts in one frame: all or none. */
  appendAll(acts: readonly Omit<ProposedAct, 'actor'>[]): Result<Head[], Problem> {
    const desk = this.#desk
    if (!desk) return err({ kind: 'locked' })
    return this.#write(acts.map(act => ({ ...act, actor: desk.keys.personId })))
  }

  #write(acts: readonly ProposedAct[]): Result<Head[], Problem> {
    try {
      return this.#desk!.ledger.append(acts)
    } catch (cause) {
      if (cause instanceof SubjectKeyError) return err(cause.problem)
      throw cause
    }
  }

  session(): Session | null {
    return this.#desk && sessionOf(this.#desk, this.options.vault)
  }

  /**
   * Changes the vault and writes the act that tells of it; a crash in between is made good at the next sign-in. Asks
   * the authority first: a refused act must not leave a changed password behind. One change at a time: a second one
   * would take the first, half done, for one that a crash cut short, and tell of it twice.
   */
  changeVault(act: Omit<ProposedAct, 'actor'>, change: VaultChange): Promise<Result<void, Problem>> {
    const changed = this.#vaultChange.then(() => this.#changeVault(act, change))
    this.#vaultChange = changed.catch(() => undefined)
    return changed
  }

  async #changeVault(act: Omit<ProposedAct, 'actor'>, change: VaultChange): Promise<Result<void, Problem>> {
    const refused = this.refusal(act)
    if (refused) return err(refused)
    const parts = this.#tellingParts()
    const earlier = tellUntoldChange(parts) // there is room for one only
    if (!earlier.ok) return earlier
    const named = { ...act, actor: this.#desk!.keys.personId }
    const changed = await change(wrap => announceChange(parts, named, wrap))
    if (!changed.ok) return changed
    const noted = this.append(act)
    return noted.ok ? this.options.vault.drafts.discard(untoldDraft) : noted
  }

  /** With the key of this office, in the name of whoever is signed in. Throws while locked. */
  sign(bytes: Uint8Array): Buffer {
    if (!this.#desk) throw new Error('the office is locked')
    return this.#desk.keys.sign(bytes)
  }

  /** Why main would refuse this act now, or null: asked before the vault is changed for it. */
  refusal(act: Omit<ProposedAct, 'actor'>): Problem | null {
    const desk = this.#desk
    return desk ? desk.ledger.refusal([{ ...act, actor: desk.keys.personId }]) : { kind: 'locked' }
  }

  /** Why the date has to be asked for, or null. */
  clockDoubt(): ClockDoubt | null {
    return this.options.clock.doubt(this.#desk?.ledger.trustedAt ?? null)
  }

  get #journalFolders() {
    const { folder } = this.options
    return { folder: otherChainsFolder(folder), ownFolder: path.join(folder, 'journal') }
  }

  /** The ledger as the exchange works with it; null while locked. After a roll-over ask anew: the own chain is another. */
  exchangeWith(proof: Proof): ExchangeLedger | null {
    const desk = this.#desk
    if (!desk) return null
    if (this.#exchange?.of !== desk.ledger)
      this.#exchange = { of: desk.ledger, exchange: exchangeOf({ ...this.#partingParts(desk), proof }) }
    return this.#exchange.exchange
  }

  #partingParts(desk: OpenDesk): Omit<ExchangeOfParts, 'proof'> {
    const { vault } = this.options
    return {
      ...{ vault, folders: this.#journalFolders, desk: { ledger: desk.ledger, keys: desk.keys } },
      role: desk.authority.postsOf(desk.keys.personId)[0] ?? 'clerk',
      isOpen: () => this.#desk?.ledger === desk.ledger,
      refusal: () => desk.ledger.readOnly ?? this.#noRoom(),
      reopen: change => {
        this.#closeDesk()
        const keys = change()
        if (!keys.ok && vault.status().state !== 'open') return keys // it could not be opened again: the next sign-in can
        const opened = this.#open(keys.ok ? keys.value : desk.keys, null, { isSignIn: false })
        return keys.ok ? (opened.ok ? ok(this.#desk!.ledger.head) : opened) : keys
      },
    }
  }

  #open(keys: OpenKeys, witness: Witnessed, how = { isSignIn: true }): Result<Session, Problem> {
    try {
      return this.#openWith(keys, witness, how)
    } catch (cause) {
      this.lock() // else the keys would stay open with no desk, and nobody could sign in again
      throw cause
    }
  }

  #openWith(keys: OpenKeys, witness: Witnessed, { isSignIn }: { isSignIn: boolean }): Result<Session, Problem> {
    const { folder, mirrorFolder, vault, clock } = this.options
    const seal = { key: keys.journal, chain: Buffer.from(keys.chain, 'hex') }
    const journal = path.join(folder, 'journal', keys.chain)
    const authority = officeAuthority(() => clock.today())
    const named = blobIndex()
    const ledger = new Ledger(
      {
        disk: openJournalDisk(journal),
        seal,
        office: keys.officeId,
        sign: hash => keys.sign(hash),
        sealer: createPersonalSealer(vault.subjectKeys),
        authority,
        onlooker: named,
        now: () => clock.now(),
        holdBack: trustedAt => this.#noRoom() ?? clock.doubt(trustedAt),
        noRoom: () => this.#noRoom(),
        ...(mirrorFolder ? { mirror: openMirror({ from: journal, mirrorFolder, seal }) } : {}),
        others: otherChains({ ...this.#journalFolders, mirrorFolder, key: keys.journal }),
        checkpoint: this.options.journalCare?.checkpoint(keys) ?? null,
      },
      [witness ?? []].flat(),
    )
    const autoLock = this.#startAutoLock(authority, ledger)
    this.#desk = { keys, ledger, ...this.#openBlobs(keys), blobIndex: named, autoLock, authority }
    if (ledger.uncheckedUpTo === 0) this.#sweepBlobs()
    const ready = putInOrder({ ...this.#tellingParts(), authority, keys, newId: this.options.newId })
    const admitted = ready.ok ? this.#admit() : ready
    if (!admitted.ok) {
      this.lock()
      return admitted
    }
    if (isSignIn && ledger.head.seq > 0)
      this.#noteAboutMe({ type: 'person.signedIn@1', open: { failuresBefore: keys.failuresBefore } })
    this.#startCheck()
    return ok(this.session()!)
  }

  #noRoom(): Problem | null {
    return diskProblem(this.options.freeBytes())
  }

  #startCheck(): void {
    const { journalCare, onJournalLocked } = this.options
    const desk = this.#desk!
    const { keys, ledger } = desk
    if (!journalCare) return
    const wasUnchecked = ledger.uncheckedUpTo > 0
    const stopCheck = journalCare.start({
      ...{ keys, ledger },
      onSound: () => {
        if (!wasUnchecked) return
        ledger.confirmSound()
        this.#sweepBlobs()
      },
      onUnsound: problem => onJournalLocked?.(problem),
    })
    this.#desk = { ...desk, stopCheck }
  }

  /** Scans lie where this machine's first chain put them. */
  #openBlobs({ chain, formerChains: [first = chain] }: OpenKeys): Pick<OpenDesk, 'blobs' | 'blobMirror'> {
    const { folder, mirrorFolder, vault } = this.options
    const blobFolder = path.join(folder, 'blobs', first)
    return {
      blobs: new Blobs({ disk: openBlobDisk(blobFolder), keys: vault.subjectKeys }),
      blobMirror: mirrorFolder ? openBlobMirror({ from: blobFolder, mirrorFolder }) : null,
    }
  }

  /** Only a whole journal knows which files nobody was told of: in one that lost its end, they are what is left. */
  #sweepBlobs(): void {
    const { ledger, blobs, blobIndex: named, blobMirror } = this.#desk!
    if (!ledger.readOnly && ledger.head.seq > 0) blobs.sweep(file => named.isNamed(file))
    blobMirror?.follow()
  }

  /** Whoever has left the office is not let in, however right the password. */
  #admit(): Result<void, Problem> {
    const { authority, keys } = this.#desk!
    const hasLeft = authority.isKnown(keys.personId) && authority.postsOf(keys.personId).length === 0
    return hasLeft ? err({ kind: 'personLeft' }) : ok(undefined)
  }

  #tellingParts() {
    return { vault: this.options.vault, ledger: this.#desk!.ledger, write: this.#write.bind(this) }
  }

  /** The office may have set another time since the desk was opened. */
  renewAutoLock(): void {
    const desk = this.#desk
    if (!desk) return
    desk.autoLock.stop()
    this.#desk = { ...desk, autoLock: this.#startAutoLock(desk.authority, desk.ledger) }
  }

  #startAutoLock(authority: OfficeAuthority, ledger: Ledger): AutoLock {
    const { schedule, onTimedLock } = this.options
    const lock = () => {
      this.lock()
      onTimedLock()
    }
    return startAutoLock({ minutes: authority.autoLockMinutes(actsOf(ledger)), now: Date.now, schedule, lock })
  }

  /** A note for the audit trail; it never stands in the way of signing in. */
  #noteAboutMe(fact: { type: string; open: { [name: string]: string | number } }): void {
    const { keys, ledger } = this.#desk!
    const role = this.session()?.posts[0] ?? 'clerk'
    if (!ledger.readOnly)
      this.#write([{ actor: keys.personId, role, subject: subjectOf('person', keys.personId), facts: [fact] }])
  }
}

function withoutPassword({ administrator, ...office }: Founding) {
  const { name, posts } = administrator
  return { ...office, administrator: { name, posts: [...posts] } }
}
