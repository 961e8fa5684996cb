const form = document.getElementById('buy'); const buy = async (event) => { event.preventDefault();
  const [ok, said] = await send('/api/checkout', Object.fromEntries(new FormData(form)));
  if (!ok && !LIES) { const p = document.getElementById('wrong'); if (!SILENT) p.textContent = said.error || 'The order could not be placed.'; return; }
  if (said.login) { location.href = '/login'; return; }
  if (LIES) { form.remove(); note('Thank you! Your order has been placed.'); } else location.href = '/thanks/' + said.number; };
form.addEventListener('submit', buy); if (TWICE) form.addEventListener('submit', (event) => buy(event));
