// Whoever answers is the ticketing system. Here it is this page.
document.addEventListener('case-submit', (event) => {
  event.respondWith(async () => {
    const { key, values } = event.draft;

    // In your page: send the draft to your system, and wait.
    await new Promise((done) => setTimeout(done, 700));

    if (/^test$/i.test(values.subject)) {
      const message = 'A test says little. What is wrong?';
      return { issues: [{ path: ['subject'], message }] };
    }
    return { number: `R-${key.slice(0, 6).toUpperCase()}` };
  });
});
