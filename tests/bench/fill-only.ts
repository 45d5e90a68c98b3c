import { fillOffice } from '../support/workstation/fill-office'
import fs from 'node:fs'
const [acts, dir] = process.argv.slice(2)
fs.mkdirSync(dir!, { recursive: true })
const f = await fillOffice(dir!, Number(acts), '2026-03-02')
fs.writeFileSync(dir + '.json', JSON.stringify(f))
console.log(f)
