/** The published file that is built of a source file: the sources themselves are not published. */
const published = (path) => path.replace(/^\/?src\/(.+)\.ts$/, 'dist/$1.js');

/** Rewrites every path in the manifest, wherever it stands. */
function publishPaths(node) {
  if (Array.isArray(node)) node.forEach(publishPaths);
  else if (node !== null && typeof node === 'object') {
    for (const key of ['path', 'module']) {
      if (typeof node[key] === 'string') node[key] = published(node[key]);
    }
    Object.values(node).forEach(publishPaths);
  }
}

/** Private members are nobody's business but the class's own. */
function dropPrivateMembers(module) {
  for (const declaration of module.declarations ?? []) {
    if (!declaration.members) continue;
    declaration.members = declaration.members.filter((member) => member.privacy !== 'private');
  }
}

export default {
  globs: ['src/elements/**/*.ts', 'src/events/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'published',
      packageLinkPhase({ customElementsManifest }) {
        const { modules } = customElementsManifest;
        modules.forEach(dropPrivateMembers);
        publishPaths(modules);
        // Files are found in the order of the disk, which differs between machines.
        modules.sort((one, other) => (one.path < other.path ? -1 : 1));
      },
    },
  ],
};
