import { beforeAll } from 'vitest'
import { productHits } from './read-sources'
// One file for the runner, so that the sources of the product are parsed once for both.
import './rules-hold'
import './checklist'

beforeAll(() => void productHits(), 120_000)
