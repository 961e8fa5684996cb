document.querySelectorAll('[data-quantity]').forEach((i) => i.onchange = async () => { await send('/api/quantity', { product: i.dataset.quantity, quantity: Number(i.value) }); location.reload(); });
document.querySelectorAll('[data-remove]').forEach((b) => b.onclick = async () => { await send('/api/quantity', { product: b.dataset.remove, quantity: 0 }); b.closest('tr').remove(); });
