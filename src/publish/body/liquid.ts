/** Liquid and attribute lists in the Markdown of Jekyll's posts, for a body that is published here, where Jekyll is not. */

import { lineOf } from '../../text/lines.ts';
import type { Dropped } from './body-tree.ts';

interface Plain {
  readonly body: string;
  readonly dropped: readonly Dropped[];
}

/** `{% raw %}...{% endraw %}` as a whole, any other tag, an output. */
const CODE =
  /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}|\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{%-?\s*(\w*)\s*((?:(?!%\})[^\n])*?)\s*-?%\}|\{\{-?\s*((?:(?!\}\})[^\n])*?)\s*-?\}\}/g;
/** Tags that print nothing in Jekyll either. */
const SILENT = /^(?:assign|break|continue|cycle|decrement|increment|else|elsif|when|end\w*)$/;
/** The address of the site, which every address of this one begins with. */
const OWN_ADDRESS = /^site\.(?:baseurl|url)$/;
/** `"/about/" | relative_url` */
const ADDRESS = /^(["'])(.*?)\1\s*\|\s*(?:relative_url|absolute_url)$/;

/**
 * @param body Markdown without front matter
 * @returns the body as Jekyll's Markdown gets it, each line where it was: what Liquid would fill in is left out and told; an id in an
 * attribute list is an anchor, its classes are nothing
 */
export function withoutLiquid(body: string): Plain {
  if (!/\{[{%:]/.test(body)) return { body, dropped: [] };
  const dropped: Dropped[] = [];
  const shown = body.replace(CODE, (whole, raw: string | undefined, tag: string | undefined, given = '', output?: string, at = 0) => {
    if (raw !== undefined) return raw;
    const nothing = whole.replace(/[^\n]+/g, '');
    // A template prints twenty fields of one thing: it is told once.
    const tell = (what: string) => {
      if (!dropped.some((one) => one.what === what)) dropped.push({ what, line: lineOf(body, at) });
      return nothing;
    };
    if (output !== undefined) {
      if (OWN_ADDRESS.test(output)) return nothing;
      return ADDRESS.exec(output)?.[2] ?? tell(`{{ ${/^[\w-]*/.exec(output)?.[0] || output} }}`);
    }
    if (tag === 'highlight') return `\`\`\`${given.split(/\s/)[0]}`;
    if (tag === 'endhighlight') return '```';
    // A post is named without its folder and its ending.
    if (tag === 'link') return `/${given}`;
    return tag === undefined || SILENT.test(tag) ? nothing : tell(`{% ${tag} %}`);
  });
  return { body: withoutLists(shown), dropped };
}

const FENCE = /^ {0,3}(?:```|~~~)/;
const CONTENTS = /^[*+-] .*\n\{:\s*toc\s*\}$/m;
/** `{: .summary #fn1}` in a line of its own, or behind what it belongs to. */
const LIST = /(^[ \t]*|[)\]*_`>])\{:([^{}\n]*)\}/g;

function withoutLists(body: string): string {
  if (!body.includes('{:')) return body;
  let isCode = false;
  const lines = body.replace(CONTENTS, '\n').split('\n');
  return lines
    .map((line) => {
      if (FENCE.test(line)) isCode = !isCode;
      if (isCode) return line;
      return line.replace(LIST, (whole, before: string, list: string, at: number) => {
        // Behind a backtick that begins a code span it is code.
        if (before === '`' && line.slice(0, at).split('`').length % 2 === 1) return whole;
        const id = /(?:^|\s)#([\w-]+)/.exec(list)?.[1];
        return id === undefined ? before.trim() : `${before.trim()}<a id="${id}"></a>`;
      });
    })
    .join('\n');
}
