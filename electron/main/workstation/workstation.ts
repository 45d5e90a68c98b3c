import path from 'node:path'
import type { Session, Witness } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { subjectOf } from '#shared/ledger/subject'
import { officeAuthority, type OfficeAuthority } from '../authority/office-authority'
import type { ClockDoubt, OfficeClock } from '../clock/office-clock'
import { Ledger, type Head, type ProposedAct } from '../ledger/ledger'
import { openJournalDisk } from '../ledger/journal-disk'
import { openMirror, type Mirror } from '../ledger/mirror'
import { startAutoLock, type AutoLock, type Schedule } from '../vault/auto-lock'
import type { OpenKeys } from '../vault/open-keys'
import { createPersonalSealer, SubjectKeyError } from '../vault/personal-sealer'
import type { Vault } from '../vault/vault'
import { diskProblem } from './disk-space'
import { foundingActs, type Founding } from './founding'

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
}

export const autoLockMinutes = 15

interface OpenDesk {
  readonly keys: OpenKeys
  readonly ledger: Ledger
  readonly mirror: Mirror | null
  readonly autoLock: AutoLock
  readonly authority: OfficeAuthority
}

const foundingDraft = 'founding'

/** This machine: who is signed in, which keys are open and where acts go. Main holds exactly one. */
export class Workstation {
  #desk: OpenDesk | null = null

  constructor(readonly options: WorkstationOptions) {}

  get ledger(): Ledger | null {
    return this.#desk?.ledger ?? null
  }

  get isOpen(): boolean {
    return this.#desk !== null
  }

  get mirrorState(): 'off' | 'current' | 'behind' {
    return this.#desk?.mirror?.state() ?? 'off'
  }

  async establish(founding: Founding): Promise<Result<{ session: Session; recoveryKey: string }, Problem>> {
    const full = diskProblem(this.options.freeBytes())
    if (full) return err(full)
    const made = await this.options.vault.establish(founding)
    if (!made.ok) return made
    // Sealed beside the vault until the acts are written, so that a power cut in between leaves no office without one.
    const kept = this.options.vault.drafts.save(foundingDraft, withoutPassword(founding))
    if (!kept.ok) {
      this.options.vault.lock()
      return kept
    }
    const opened = this.#open(made.value.keys, null)
    return opened.ok ? ok({ session: opened.value, recoveryKey: made.value.recoveryKey }) : opened
  }

  async signIn(input: {
    personId: string
    password: string
    witness: Witness | null
  }): Promise<Result<Session, Problem>> {
    if (this.isOpen) this.lock() // change of person without restart
    const keys = await this.options.vault.signIn(input.personId, input.password)
    return keys.ok ? this.#open(keys.value, input.witness) : keys
  }

  async recover(input: {
    recoveryKey: string
    personId: string
    newPassword: string
    witness: Witness | null
  }): Promise<Result<Session, Problem>> {
    if (this.isOpen) this.lock()
    const keys = await this.options.vault.recover(input.recoveryKey, input.personId, input.newPassword)
    if (!keys.ok) return keys
    const opened = this.#open(keys.value, input.witness)
    if (opened.ok) this.#noteAboutMe({ type: 'person.passwordSet@1', open: { by: 'recoverySheet' } })
    return opened
  }

  lock(): void {
    this.#desk?.autoLock.stop()
    this.#desk?.ledger.close()
    this.#desk = null
    this.options.vault.lock()
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
    const desk = this.#desk
    const house = this.options.vault.house
    if (!desk || !house) return null
    const me = this.options.vault.status().people.find(person => person.personId === desk.keys.personId)
    const { officeName, windowName, placeCode, workstation } = house
    const { readOnly, tornTailBytes, head } = desk.ledger
    return {
      personId: desk.keys.personId,
      name: me?.name ?? '',
      // From the ledger: what stands in vault.json for the sign-in screen could be edited.
      posts: [...desk.authority.postsOf(desk.keys.personId)],
      ...{ officeName, windowName, placeCode, workstation },
      chain: head.chain,
      rowsKey: new Uint8Array(desk.keys.rows),
      lastSeq: head.seq,
      failuresBefore: desk.keys.failuresBefore,
      autoLockMinutes,
      ...(readOnly ? { readOnly } : {}),
      ...(tornTailBytes > 0 ? { tornTailBytes } : {}),
    }
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

  #open(keys: OpenKeys, witness: Witness | null): Result<Session, Problem> {
    try {
      return this.#openWith(keys, witness)
    } catch (cause) {
      this.lock() // else the keys would stay open with no desk, and nobody could sign in again
      throw cause
    }
  }

  #openWith(keys: OpenKeys, witness: Witness | null): Result<Session, Problem> {
    const { folder, mirrorFolder, vault, clock, schedule, onTimedLock } = this.options
    const seal = { key: keys.journal, chain: Buffer.from(keys.chain, 'hex') }
    const journal = path.join(folder, 'journal', keys.chain)
    const mirror = mirrorFolder ? openMirror({ from: journal, to: path.join(mirrorFolder, keys.chain), seal }) : null
    const authority = officeAuthority(() => clock.today())
    const ledger = new Ledger(
      {
        disk: openJournalDisk(journal),
        seal,
        office: keys.officeId,
        sign: hash => keys.sign(hash),
        sealer: createPersonalSealer(vault.subjectKeys),
        authority,
        now: () => clock.now(),
        holdBack: trustedAt => diskProblem(this.options.freeBytes()) ?? clock.doubt(trustedAt),
        ...(mirror ? { mirror } : {}),
      },
      witness ? [witness] : [],
    )
    const lock = () => {
      this.lock()
      onTimedLock()
    }
    const autoLock = startAutoLock({ minutes: autoLockMinutes, now: Date.now, schedule, lock })
    this.#desk = { keys, ledger, mirror, autoLock, authority }
    const founded = this.#foundIfNeeded()
    if (!founded.ok) {
      this.lock()
      return founded
    }
    this.#forgetStrangers()
    if (ledger.head.seq > 0)
      this.#noteAboutMe({ type: 'person.signedIn@1', open: { failuresBefore: keys.failuresBefore } })
    return ok(this.session()!)
  }

  #foundIfNeeded(): Result<void, Problem> {
    const { keys, ledger } = this.#desk!
    if (ledger.head.seq > 0 || ledger.readOnly) return ok(undefined)
    const kept = this.options.vault.drafts.load(foundingDraft)
    if (!kept.ok) return kept
    if (kept.value === null) return err({ kind: 'notEstablished' })
    const founding = kept.value.content as unknown as Omit<Founding, 'password'> // sealed by us, so it has our shape
    const written = this.#write(foundingActs(founding, { ...keys, agencyId: this.options.newId() }))
    return written.ok ? this.options.vault.drafts.discard(foundingDraft) : written
  }

  /** A crash between vault and ledger leaves somebody who can sign in and whom nobody added: their wrap goes. */
  #forgetStrangers(): void {
    const { ledger, authority, keys } = this.#desk!
    if (ledger.readOnly) return
    for (const { personId } of this.options.vault.status().people) {
      if (personId !== keys.personId && !authority.isKnown(personId)) this.options.vault.removePerson(personId)
    }
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
