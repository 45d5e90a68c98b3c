/** Two sans weights and one serif, in unicode-range slices: the page fetches only the slices whose characters it shows. */
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/700.css'
import '@fontsource/noto-serif-sc/700.css'
import './whole-han.css'
