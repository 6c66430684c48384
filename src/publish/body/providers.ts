/** Who may be embedded: what an address of theirs shows, and the address that shows it with the least that they learn of a reader. */

import type { Allowed, ProviderName } from '../../config/embeds.ts';

/** What a page may load once a reader asks for it. */
export interface Embed {
  /** The name that readers know. */
  readonly provider: string;
  /** What is loaded: an https address, or one within the site. */
  readonly frame: string;
  /** Where it can be seen without the frame. */
  readonly page: string;
  /** The name of a picture for it in `embeds/` of the public folder, without an extension; undefined where there is no id. */
  readonly picture?: string;
  /** Width by height; a document whose height nobody knows has none. */
  readonly ratio?: string;
}

interface Provider {
  readonly name: string;
  /** Tried in turn on an address without its scheme and `www.`; the first group is the id. */
  readonly addresses: readonly RegExp[];
  readonly frame: (id: string, address: URL) => string;
  readonly page?: (id: string) => string;
  readonly ratio?: string;
}

const PROVIDERS: Readonly<Record<ProviderName, Provider>> = {
  youtube: {
    name: 'YouTube',
    addresses: [
      /^(?:m\.|music\.)?youtube(?:-nocookie)?\.com\/(?:embed|shorts|live|v)\/(?!videoseries|live_stream)([\w-]{6,20})/,
      /^(?:m\.|music\.)?youtube\.com\/watch\?(?:.*&)?v=([\w-]{6,20})/,
      /^youtu\.be\/([\w-]{6,20})/,
      // A list of films, and what a channel sends now, have their names in the query.
      /^(?:m\.|music\.)?youtube(?:-nocookie)?\.com\/(?:playlist|embed\/videoseries)\?(?:.*&)?(list=[\w-]+)/,
      /^youtube(?:-nocookie)?\.com\/embed\/live_stream\?(?:.*&)?(channel=[\w-]+)/,
    ],
    frame: (id, address) => {
      const frame = 'https://www.youtube-nocookie.com/embed/';
      if (id.includes('=')) return `${frame}${id.startsWith('list=') ? 'videoseries' : 'live_stream'}?${id}`;
      const start = secondsOf(address.searchParams.get('start') ?? address.searchParams.get('t') ?? '');
      return `${frame}${id}${start === undefined ? '' : `?start=${start}`}`;
    },
    page: (id) => {
      const [, kind, name] = /^(list|channel)=(.*)/.exec(id) ?? [];
      if (kind === undefined) return `https://www.youtube.com/watch?v=${id}`;
      return kind === 'list' ? `https://www.youtube.com/playlist?list=${name}` : `https://www.youtube.com/channel/${name}/live`;
    },
    ratio: '16 / 9',
  },
  vimeo: {
    name: 'Vimeo',
    addresses: [/^player\.vimeo\.com\/video\/(\d+)/, /^vimeo\.com\/(?:channels\/\w+\/)?(\d+)/],
    frame: (id, address) => {
      const secret = /^[\da-f]+$/.exec(address.searchParams.get('h') ?? /^\/\d+\/([\da-f]+)/.exec(address.pathname)?.[1] ?? '')?.[0];
      return `https://player.vimeo.com/video/${id}?${secret === undefined ? '' : `h=${secret}&`}dnt=1`;
    },
    page: (id) => `https://vimeo.com/${id}`,
    ratio: '16 / 9',
  },
  dailymotion: {
    name: 'Dailymotion',
    addresses: [
      /^(?:geo\.)?dailymotion\.com\/(?:embed\/)?video\/(\w+)/,
      /^dai\.ly\/(\w+)/,
      /^geo\.dailymotion\.com\/player.*[?&]video=(\w+)/,
    ],
    frame: (id) => `https://geo.dailymotion.com/player.html?video=${id}`,
    page: (id) => `https://www.dailymotion.com/video/${id}`,
    ratio: '16 / 9',
  },
  datawrapper: {
    name: 'Datawrapper',
    addresses: [/^datawrapper\.dwcdn\.net\/(\w{5})(?:\/|$)/],
    frame: (id, address) => `https://datawrapper.dwcdn.net/${id}/${/^\/\w+\/(\d+)/.exec(address.pathname)?.[1] ?? '1'}/`,
  },
  flourish: {
    name: 'Flourish',
    addresses: [/^(?:flo\.uri\.sh|public\.flourish\.studio)\/((?:visualisation|story)\/\d+)/],
    frame: (id) => `https://flo.uri.sh/${id}/embed`,
    page: (id) => `https://public.flourish.studio/${id}/`,
  },
  infogram: {
    name: 'Infogram',
    addresses: [/^e\.infogram\.com\/([\w-]+)/, /^infogram\.com\/([\w-]+)/],
    frame: (id) => `https://e.infogram.com/${id}?src=embed`,
    page: (id) => `https://infogram.com/${id}`,
  },
  openstreetmap: {
    name: 'OpenStreetMap',
    addresses: [/^openstreetmap\.org\/export\/embed\.html\?(?:.*&)?bbox=([-\d.,%C]+)/],
    frame: (_, address) => `https://www.openstreetmap.org/export/embed.html${address.search}`,
    ratio: '4 / 3',
  },
  soundcloud: {
    name: 'SoundCloud',
    addresses: [/^w\.soundcloud\.com\/player\/?\?(?:.*&)?url=([^&]+)/],
    frame: (id) => `https://w.soundcloud.com/player/?url=${id}`,
  },
  spotify: {
    name: 'Spotify',
    addresses: [/^open\.spotify\.com\/(?:embed(?:-podcast)?\/)?((?:episode|show|track|album|playlist)\/\w+)/],
    frame: (id) => `https://open.spotify.com/embed/${id}`,
    page: (id) => `https://open.spotify.com/${id}`,
  },
};

/** `90`, `90s`, `1m30s`, `1h2m3s`. @returns undefined for what is no time */
function secondsOf(text: string): number | undefined {
  const [whole = '', hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text) ?? [];
  return whole === '' ? undefined : Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/** @returns undefined for what is nobody's that may be embedded */
export function embedOf(text: string, allowed: readonly Allowed[]): Embed | undefined {
  const address = URL.parse(text.startsWith('//') ? `https:${text}` : text);
  if (address === null || !/^https?:$/.test(address.protocol)) return undefined;
  address.protocol = 'https:';
  const plain = address.href.replace(/^https:\/\/(?:www\.)?/, '');
  for (const one of allowed) {
    if (typeof one === 'object') {
      if (new URL(one.origin).origin === address.origin) return { provider: one.name, frame: address.href, page: address.href };
      continue;
    }
    const { name, addresses, frame, page, ratio } = PROVIDERS[one];
    const id = addresses.map((pattern) => pattern.exec(plain)?.[1]).find((found) => found !== undefined);
    if (id === undefined) continue;
    const shown = frame(id, address);
    const picture = `${one}-${id.replace(/\W+/g, '-')}`;
    return { provider: name, frame: shown, page: page?.(id) ?? shown, picture, ...(ratio === undefined ? {} : { ratio }) };
  }
  return undefined;
}

/** The address of a provider's piece by its id, as shortcodes, directives and components name it. */
export function addressById(name: string, id: string): string | undefined {
  const clean = /^[\w-]+$/.test(id) ? id : undefined;
  if (clean === undefined) return undefined;
  if (/youtube/i.test(name)) return `https://www.youtube.com/watch?v=${clean}`;
  return /vimeo/i.test(name) ? `https://vimeo.com/${clean}` : undefined;
}
