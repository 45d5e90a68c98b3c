/**
 * Works through every kind of act until it is killed; prints "seq hash" after each acknowledgement.
 * Run by the kill harness: node --import tsx office-writer.ts FOLDER
 */
import fs from 'node:fs'
import { visitActs } from '../support/workstation/visit-acts'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../support/workstation/test-workstation'

const folder = process.argv[2]!
const workstation = openTestWorkstation({ folder })
const acknowledge = ({ seq, hash }: { seq: number; hash: string }) => fs.writeSync(1, `${seq} ${hash}\n`)

if (workstation.options.vault.status().state === 'empty') valueOf(await workstation.establish(founding))
else valueOf(await signInFirst(workstation))
acknowledge(workstation.ledger!.head)

const me = workstation.session()!.personId
const reviewerPassword = '另一个审核员的口令'
const staff = workstation.options.vault.status().people
let reviewer = staff.find(
  person => person.posts.includes('reviewer') && workstation.ledger!.actsOf(`person:${person.personId}`).length > 0,
)?.personId
if (!reviewer) {
  reviewer = valueOf(await workstation.options.vault.addPerson('何立群', ['reviewer'], reviewerPassword)).personId
  acknowledge(
    valueOf(
      workstation.append({
        subject: `person:${reviewer}`,
        role: 'administrator',
        facts: [{ type: 'person.added@1', open: { posts: ['reviewer'] }, personal: { name: '何立群' } }],
      }),
    ),
  )
}

for (;;) {
  for (const step of visitActs({
    agencyId: agencyOf(),
    today: workstation.options.clock.today(),
    requestSerial: countOf('request.registered@1') + 1,
    letterSerial: countOf('reply.issued@1') + 1,
  })) {
    if (step.by !== workstation.session()!.posts[0]) {
      const person = step.by === 'reviewer' ? reviewer : me
      const password = step.by === 'reviewer' ? reviewerPassword : founding.administrator.password
      valueOf(await workstation.signIn({ personId: person, password, witness: workstation.ledger!.head }))
      acknowledge(workstation.ledger!.head)
    }
    acknowledge(valueOf(workstation.append({ subject: step.subject, role: step.role, facts: step.facts })))
  }
}

function agencyOf(): string {
  const facts = workstation.ledger!.actsOf('office').flatMap(act => act.facts)
  return (facts.find(fact => fact.type === 'agency.added@1')!.open as { agencyId: string }).agencyId
}

function countOf(type: string): number {
  return [...workstation.ledger!.actsAfter()].flat().filter(act => act.facts.some(fact => fact.type === type)).length
}
