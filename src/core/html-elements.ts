/** Elements of HTML by what they do to the text in them, as a page shows it. */

/** What stands in them is not for reading. */
export const unread = ['script', 'style', 'template', 'iframe', 'noembed', 'noframes'];

/** An empty line is around them. */
export const paragraphs =
  'address article aside blockquote details dl figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  );

/** They begin on a line of their own. */
export const lines = 'br caption dd div dt figcaption legend li option summary tr'.split(' ');

/** They stand beside each other. */
export const cells = ['td', 'th'];
