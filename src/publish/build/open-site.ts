/** What every page is made with, put together: addresses, words, the style, then what the articles tell of sections and pages. */

import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileBytes, fileText } from '../../files/bytes.ts';
import type { Finding } from '../../finding.ts';
import type { Media, MediaFile } from '../body/media.ts';
import { createChromes } from '../page/chrome.ts';
import { renderMark } from '../page/home-screen.ts';
import { type Navigation, navigationOf } from '../page/navigation.ts';
import { scriptCss } from '../page/script-styles.ts';
import { type KnownAuthor, type Site, siteTitle } from '../page/site.ts';
import { iconSizes, iconsOf } from '../pictures/icons.ts';
import type { Stage } from '../stage.ts';
import type { Editions } from '../survey/assign-paths.ts';
import type { EditionFacts } from '../survey/edition-facts.ts';
import type { SiteInput } from '../survey/input.ts';
import { addressesOf, channelSlug, fileOf } from '../survey/page-addresses.ts';
import type { LoadedTemplates } from './load-templates.ts';
import { openTheme } from './open-theme.ts';
import { pageImage } from './page-images.ts';

/** What can be known before any article is: `fillSite` adds the rest. */
export function openSite(input: SiteInput, stage: Stage, withSearch: boolean, templates?: LoadedTemplates): Site {
  const chromes = createChromes(input.strings, input.sourceLocale, input.locales);
  const theme = openTheme(input.root, input.options.theme, chromes.in(input.sourceLocale));
  // Below the folder of the stylesheet, which names them from there.
  for (const [path, file] of theme.files) stage.put(`assets/${path}`, fileBytes(file));
  const { options, sourceLocale, root } = input;
  const addresses = addressesOf(options.baseUrl ?? '');
  const hasIcon = options.theme.icon !== undefined || existsSync(join(root, options.assets, 'favicon.ico'));
  const title = siteTitle({ options, sourceLocale, addresses }, sourceLocale);
  return {
    ...{ addresses, sourceLocale, options },
    ...(hasIcon ? {} : { mark: putText(stage, 'icon.svg', renderMark(title, options.theme.color)) }),
    ...(templates === undefined ? {} : { templates: templates.templates, templatesKey: templates.key }),
    locales: input.locales,
    chrome: chromes.in,
    authors: new Map(),
    icons: [],
    navigation: () => ({ menu: [], standing: [] }),
    ...(input.drafts === true ? { withheldAt: input.now } : {}),
    theme,
    stylesheet: putAsset(stage, 'style.css', scriptCss() + theme.css),
    ...(input.options.embeds.length > 0 ? { embedScript: putAsset(stage, 'embed.js') } : {}),
    ...(withSearch ? { searchScript: putAsset(stage, 'search.js') } : {}),
  };
}

/** An asset under a name of its content, so that an old page keeps its old style until it is replaced itself. */
function putAsset(stage: Stage, name: string, more = ''): string {
  return putText(stage, name, fileText(new URL(`../page/assets/${name}`, import.meta.url)) + more);
}

function putText(stage: Stage, name: string, text: string): string {
  const [stem, extension] = name.split('.');
  const path = `/assets/${stem}.${hash('sha256', text, 'hex').slice(0, 12)}.${extension}`;
  stage.put(fileOf(path), text);
  return path;
}

/** A hash a locale of what its pages are made of besides the articles: this program and what it depends on, the words, the options. */
export function shellHashes(input: SiteInput, site: Site, program: string): (locale: string) => string {
  const { options, locales, sourceLocale, extensions, strings } = input;
  const shared = hash(
    'sha256',
    JSON.stringify([
      program,
      options,
      locales,
      sourceLocale,
      extensions,
      [site.stylesheet, site.theme.slots, [...site.theme.files.keys()], site.logo, site.icons, site.mark],
      site.templatesKey,
      site.searchScript,
      site.embedScript,
      process.versions.icu,
    ]),
  );
  const known = new Map<string, string>();
  return (locale) => {
    const hashed =
      known.get(locale) ??
      hash('sha256', JSON.stringify([shared, strings[locale], strings[sourceLocale], strings.en, site.navigation(locale)]));
    known.set(locale, hashed);
    return hashed;
  };
}

/** @param scaled whether pictures are published in several sizes */
export function fillSite(site: Site, listed: Editions, standing: Editions, media: Media, scaled: boolean): Site {
  const navigation = new Map<string, Navigation>(
    site.locales.map((locale) => [
      locale,
      navigationOf(site.options, site.chrome(locale), factsOf(listed, locale), factsOf(standing, locale)),
    ]),
  );
  const logo = site.options.theme.logo === undefined ? undefined : media.find(site.options.theme.logo, AT_ROOT);
  const icon = iconFile(site, media, scaled);
  return {
    ...site,
    ...(logo !== undefined && media.isImage(logo) ? { logo: pageImage(logo, site.addresses.href) } : {}),
    icons: icon === undefined ? [] : iconsOf(icon.path, icon.width, icon.variants ?? []),
    authors: knownAuthors(site, media),
    navigation: (locale) => navigation.get(locale) ?? site.navigation(locale),
  };
}

function factsOf(editions: Editions, locale: string): EditionFacts[] {
  return (editions.get(locale) ?? []).map(({ facts }) => facts);
}

/** What the configuration says of authors, by the slugs of their pages. */
function knownAuthors({ options, addresses }: Site, media: Media): ReadonlyMap<string, KnownAuthor> {
  return new Map(
    Object.entries(options.authors).map(([name, { photo, links, desk }]) => {
      const found = photo === undefined ? undefined : media.find(photo, AT_ROOT);
      return [channelSlug(name), { links, desk, photo: found && media.isImage(found) ? pageImage(found, addresses.href) : undefined }];
    }),
  );
}

/** What the configuration names is named from the root of the project. */
const AT_ROOT = 'dragoman.config.json';

/** The icon's file, with the sizes that it is published in as its variants. */
export function iconFile({ options }: Site, media: Media, scaled: boolean): MediaFile | undefined {
  const found = options.theme.icon === undefined ? undefined : media.find(options.theme.icon, AT_ROOT);
  if (found === undefined || !media.isImage(found)) return undefined;
  const { variants: _, cuts: __, ...file } = found;
  // Browsers keep an icon for as long as its address is the same.
  return { ...file, path: file.named, ...(scaled ? { variants: iconSizes(file.named) } : {}) };
}

/** Photographs of authors, a logo and an icon that are not there. */
export function lostPhotos({ options, authors, logo, icons }: Site): Finding[] {
  const { theme } = options;
  const missing = (what: string, named: string | undefined, isThere: boolean): Finding[] =>
    named === undefined || isThere
      ? []
      : [{ check: 'publish', level: 'warning', message: `The ${what} is not there, or may not be shown`, got: [named] }];
  const lost = [...missing('logo', theme.logo, logo !== undefined), ...missing('icon', theme.icon, icons.length > 0)];
  // Somebody may be known by a key and by a name.
  const named = new Map(Object.entries(options.authors).map(([name, { photo }]) => [photo, name]));
  const photos = [...named].flatMap(([photo, name]) =>
    photo === undefined || authors.get(channelSlug(name))?.photo !== undefined
      ? []
      : [
          {
            check: 'publish',
            level: 'warning',
            message: `The photograph of "${name}" is not there, or may not be shown`,
            got: [photo],
          } satisfies Finding,
        ],
  );
  return [...lost, ...photos];
}

/**
 * Entries of the menu that lead nowhere in any language: a menu leaves out what a language lacks, and so what is misspelt.
 * @param isPage whether something is published at a site path
 */
export function lostEntries(
  { options, locales, chrome }: Site,
  listed: Editions,
  standing: Editions,
  isPage: (path: string) => boolean,
): Finding[] {
  const { menu = [] } = options;
  const items = (Array.isArray(menu) ? [menu] : Object.values(menu)).flat();
  const leads = (item: (typeof items)[number]): boolean => {
    if ('href' in item) {
      const path = item.href.replace(/[?#].*$/s, '');
      return !path.startsWith('/') || isPage(path) || isPage(`${path}/`);
    }
    return locales.some(
      (locale) => navigationOf({ menu: [item] }, chrome(locale), factsOf(listed, locale), factsOf(standing, locale)).menu.length > 0,
    );
  };
  return items
    .filter((item) => !leads(item))
    .map((item) => ({
      ...{ check: 'publish', level: 'warning' },
      message: 'An entry of "publish.menu" leads nowhere in any language',
      got: [JSON.stringify(item)],
    }));
}

/** The files of the photographs of authors, and of the logo. */
export function photosOf({ authors, logo }: Site, media: Media): MediaFile[] {
  return [logo, ...[...authors.values()].map(({ photo }) => photo)].flatMap((image) => {
    const file = image === undefined ? undefined : media.at(image.path);
    return file === undefined ? [] : [file];
  });
}
