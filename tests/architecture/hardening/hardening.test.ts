import { beforeAll } from 'vitest'
import { productHits } from './read-sources'
// One file for the runner, so that the sources of the product are parsed once for all.
import './rules-hold'
import './checklist/web-preferences'
import './checklist/content'
import './checklist/permissions'
import './checklist/navigation'
import './checklist/protocol'
import './checklist/binary'
import './checklist/preloads'

beforeAll(() => void productHits(), 120_000)
