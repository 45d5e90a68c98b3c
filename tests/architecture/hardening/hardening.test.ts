// One file for the runner, so that the sources of the product are parsed once for both.
import './rules-hold'
import './checklist'
