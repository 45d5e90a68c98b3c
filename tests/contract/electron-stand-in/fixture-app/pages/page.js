const workers = trustedTypes.createPolicy('records-desk-workers', { createScriptURL: url => url })

window.news = []
window.stopNews = window.bridge.onNews(item => window.news.push(item))
window.startWorker = () => new Worker(workers.createScriptURL('/worker.js'), { type: 'module' })
document.querySelector('h1').dataset.ready = 'yes'
