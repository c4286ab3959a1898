/** Function words of English, for the peers that bring none. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are as at be because been before being below
  between both but by can cannot could did do does doing down during each few for from further had
  has have having he her here hers him his how i if in into is it its just me more most my no nor
  not now of off on once only or other our ours out over own same she should so some such than that
  the their theirs them then there these they this those through to too under until up us very was
  we were what when where which while who whom why will with would you your yours`.split(/\s+/),
);

/** The 33 words that Lucene's analyser of English drops. */
export const luceneStopWords: ReadonlySet<string> = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there
  these they this to was will with`.split(/\s+/),
);
