import { randomBytes } from 'node:crypto'
import fs from 'node:fs'

/** Passwords of the two roles of the embedded cluster: `keeper` makes it, `headquarters` works in it. */
export interface Secrets {
  readonly keeper: string
  readonly headquarters: string
}

/** Drawn once; the file is for whoever starts headquarters alone. */
export function readSecrets(file: string): Secrets {
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as Secrets
  const draw = () => randomBytes(24).toString('hex')
  const secrets = { keeper: draw(), headquarters: draw() }
  fs.writeFileSync(`${file}.part`, JSON.stringify(secrets), { mode: 0o600, flush: true })
  fs.renameSync(`${file}.part`, file)
  return secrets
}
