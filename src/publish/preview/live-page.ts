/** A page as the preview serves it: with the script that keeps it as new as the site, which the published page's policy would refuse. */

/** Below it is what belongs to the preview and to no site. */
export const PREVIEW_PATH = '/.dragoman-preview/';

const SCRIPT = `<script type="module" src="${PREVIEW_PATH}live.js"></script>`;
const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")/;

export function livePage(page: string): string {
  const opened = page.replace(POLICY, (_, before: string, policy: string, after: string) => {
    const rules = policy.split('; ').filter((rule) => !/^(?:script|connect)-src\b/.test(rule));
    const wasm = policy.includes('wasm-unsafe-eval') ? " 'wasm-unsafe-eval'" : '';
    return `${before}${[...rules, `script-src 'self'${wasm}`, "connect-src 'self'"].join('; ')}${after}`;
  });
  return opened.includes('</head>') ? opened.replace('</head>', `${SCRIPT}\n</head>`) : `${opened}${SCRIPT}`;
}
