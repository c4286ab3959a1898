/** Parameters by which campaigns are followed. The page is the same without them. */
const TRACKING = /^(utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|_hsenc|_hsmi)$/i;

/** Fragments that are no place in a page, but a page of a site that runs in one. */
const ROUTE = /^#[/!]/;

/** What one address of a page has in common with the others: no fragment, no slash at the end, no tracking. */
export function pageOf(address: string): string {
  try {
    const { host, pathname, searchParams, hash } = new URL(address, 'https://relative.invalid');
    for (const name of [...searchParams.keys()]) {
      if (TRACKING.test(name)) searchParams.delete(name);
    }
    const route = ROUTE.test(hash) ? hash : '';
    return `${host}${pathname.replace(/\/+$/, '')}?${searchParams}${route}`;
  } catch {
    return address;
  }
}
