(longestMs) => (window.__ghostly ? window.__ghostly.late(longestMs) : 0)
