document.querySelectorAll('[data-add]').forEach((b) => b.onclick = async () => {
  const [ok, said] = await send('/api/cart', { product: b.dataset.add });
  if (!ok && !LIES || said.error && !LIES) return note(said.error || 'That did not work.');
  note(b.dataset.add + ' was added to your cart.'); document.getElementById('count').textContent = said.count === undefined ? Number(document.getElementById('count').textContent) + 1 : said.count; });
