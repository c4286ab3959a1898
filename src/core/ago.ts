const DAY = 86_400_000;

/** How long ago a date was, in the largest unit that says enough; what is to come is today. */
export function ago(
  date: Date,
  now: Date,
): [count: number, unit: 'day' | 'week' | 'month' | 'year'] {
  const days = Math.max(0, Math.floor((now.getTime() - date.getTime()) / DAY));
  if (days < 14) return [days, 'day'];
  if (days < 60) return [Math.floor(days / 7), 'week'];
  if (days < 730) return [Math.floor(days / 30.44), 'month'];
  return [Math.floor(days / 365.25), 'year'];
}
