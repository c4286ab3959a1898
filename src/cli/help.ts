export const help = `Case Elements

Usage
  npx case-elements index <source>… --out <file>

Commands
  index      Build an index of articles that <case-solutions> searches by itself

Options
  --help     What a command can do: npx case-elements index --help
  --version  Which version this is
`;

export const indexHelp = `Builds an index of articles, for the source local({ index }).

Usage
  npx case-elements index <source>… --out <file> [options]

Sources
  a folder   Its Markdown, MDX and HTML files, with the folders in it
  a file     A page; the search index of a documentation site; a sitemap; or a list of articles:
             JSON, or JSON on each line
  an address The same on the web, or a site that has a sitemap.xml; no other site is asked

Options
  -o, --out <file>        Where the index goes
  --base-url <address>    Where the folder is on the web: https://help.example/docs/, or /docs/
  --urls <style>          How the site writes addresses of Markdown files: html (guide/mail.html, the
                          default), clean (guide/mail) or folder (guide/mail/)
  --language <code>       The language of articles that name none (default: en)
  --resolved <file>       Cases that articles have solved, as JSON or JSON on each line:
                          {"subject": "…", "description": "…", "articleId": "…"}
  --updated-from <where>  The date of articles that name none: git or file
  --max-pages <number>    Pages of one site that are fetched at most (default: 10000)
  --timeout <seconds>     How long an answer of a site may take (default: 20)
  -w, --watch             Build again whenever a file changes
  -q, --quiet             Say only what is wrong
  -h, --help              Show this

Ends with 0 when all is well, 1 when there is no index, 2 when it was called wrongly, and 3 when the
index was written but something could not be read or used.
`;
