// Runs before the page is drawn: the colours chosen on an earlier page, else those of the system.
try {
  const chosen = localStorage.getItem('color-scheme');
  if (chosen) document.documentElement.dataset.colorScheme = chosen;
} catch {
  // Without storage the system decides.
}
