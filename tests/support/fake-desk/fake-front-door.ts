import type { FrontDoor, Session, VaultStatus } from '#shared/application/front-door'
import type { Problem } from '#shared/contracts/problems'
import { err, ok } from '#shared/kernel/result'

export const fakeSession: Session = {
  personId: '00000000-0000-4000-8000-000000000001',
  name: '祁工',
  posts: ['administrator'],
  officeName: '云溪县政府信息公开查阅中心',
  windowName: '甲号窗口',
  placeCode: 'YX',
  workstation: 'A',
  chain: '00'.repeat(16),
  rowsKey: new Uint8Array(32),
  lastSeq: 4218,
  failuresBefore: 0,
  autoLockMinutes: 15,
}

export const fakeStatus: VaultStatus = {
  state: 'locked',
  officeName: fakeSession.officeName,
  windowName: fakeSession.windowName,
  workstation: fakeSession.workstation,
  people: [
    { personId: '00000000-0000-4000-8000-000000000011', name: '周敏', posts: ['clerk'] },
    { personId: '00000000-0000-4000-8000-000000000012', name: '罗小燕', posts: ['clerk'] },
    { personId: '00000000-0000-4000-8000-000000000013', name: '何立群', posts: ['reviewer'] },
    { personId: '00000000-0000-4000-8000-000000000014', name: '沈国安', posts: ['head'] },
    { personId: '00000000-0000-4000-8000-000000000001', name: '祁工', posts: ['administrator'] },
  ],
}

export const fakeRecoveryKey = '7K2M-9QXD-4T8A-WZ3N-H6PB-1RCY-5VFE-0JGS-8D4K'

/** A door that opens to `correct horse`. Everything it was asked is in `calls`; passwords are made up here only. */
export function fakeFrontDoor(answers: Partial<Record<keyof FrontDoor, Problem>> = {}) {
  const calls: { readonly name: keyof FrontDoor; readonly input?: unknown }[] = []
  const answer = async <T>(name: keyof FrontDoor, input: unknown, value: T) => {
    calls.push({ name, input })
    await new Promise(done => setTimeout(done, 30))
    const problem = answers[name]
    return problem ? err(problem) : ok(value)
  }
  const door: FrontDoor = {
    status: () => answer('status', undefined, fakeStatus),
    establish: form => answer('establish', form, { session: fakeSession, recoveryKey: fakeRecoveryKey }),
    signIn: async (personId, password) => {
      const known = await answer('signIn', { personId }, fakeSession)
      return known.ok && password !== 'correct horse' ? err({ kind: 'wrongPassword', waitSeconds: 32 }) : known
    },
    recover: input => answer('recover', input, fakeSession),
    lock: async () => void calls.push({ name: 'lock' }),
    renewRecoverySheet: () => answer('renewRecoverySheet', undefined, { recoveryKey: fakeRecoveryKey }),
    keepRecoverySheet: () => answer('keepRecoverySheet', undefined, undefined),
    addPerson: person => answer('addPerson', person, { personId: '00000000-0000-4000-8000-000000000099' }),
    changePassword: async (current, password) => {
      const known = await answer('changePassword', { password }, undefined)
      return known.ok && current !== 'correct horse' ? err({ kind: 'wrongPassword', waitSeconds: 0 }) : known
    },
    setPassword: (personId, password) => answer('setPassword', { personId, password }, undefined),
    setPosts: (personId, posts) => answer('setPosts', { personId, posts }, undefined),
    recoverySheet: sheet => answer('recoverySheet', sheet, 'done' as const),
  }
  return { door, calls }
}
