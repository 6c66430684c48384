/** A small site of Hugo, from version 0.110: a content folder a language. */

import type { Starter, StarterSite } from '../layout.ts';

const NOTE = `{{- with .Params.translationNote }}
<div class="translation-note" role="note"><p>{{ . }}</p></div>
{{- end }}
`;

const CORRECTIONS = `{{- with .Params.corrections }}
<section class="corrections"><h2>{{ $.Params.correctionsTitle }}</h2>
{{- range . }}
<p lang="{{ .lang }}">{{ if .date }}<time datetime="{{ .date }}">{{ .dateText }}</time> {{ end }}{{ .text }}</p>
{{- end }}
</section>
{{- end }}
`;

const BASE = `<!DOCTYPE html>
<html lang="{{ .Language.Lang }}" dir="{{ .Language.LanguageDirection | default "ltr" }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{- range .AllTranslations }}
<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{- end }}
</head>
<body>
<header><p><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a></p>
<nav>{{ range .Translations }}<a href="{{ .RelPermalink }}" lang="{{ .Language.Lang }}" hreflang="{{ .Language.Lang }}">{{ .Language.LanguageName }}</a> {{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main>
</body>
</html>
`;

const ARTICLE = `{{ define "main" }}<article>
<h1>{{ .Title }}</h1>
{{ if not .Date.IsZero }}<p><time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date | time.Format ":date_long" }}</time></p>{{ end }}
{{ partial "dragoman-note.html" . }}
<div class="body">{{ .Content }}</div>
{{ partial "dragoman-corrections.html" . }}
</article>{{ end }}
`;

const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range (.Paginate (where .Site.RegularPages "Kind" "page")).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
`;

function configuration({ baseUrl, sourceLocale, locales, timeZone }: StarterSite): string {
  const languages = locales.map(
    ({ tag, name, direction, title }, index) => `
[languages.${JSON.stringify(tag)}]
languageName = ${JSON.stringify(name)}
languageDirection = "${direction}"
title = ${JSON.stringify(title)}
contentDir = "content/${tag}"
weight = ${index + 1}
`,
  );
  return `baseURL = ${JSON.stringify(baseUrl)}
defaultContentLanguage = "${sourceLocale.toLowerCase()}"
defaultContentLanguageInSubdir = true
timeZone = ${JSON.stringify(timeZone)}
# What is exported may be read.
buildFuture = true
disableKinds = ["taxonomy", "term"]

[markup.goldmark.renderer]
# HTML in articles is the newsroom's own.
unsafe = true

[markup.goldmark.extensions]
# Quotation marks are the author's, and other ones in every language.
typographer = false
${languages.join('')}`;
}

export const hugoStarter: Starter = {
  configurations: ['hugo', 'config'].flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((kind) => `${name}.${kind}`)).concat('config'),
  partials: { 'layouts/partials/dragoman-note.html': NOTE, 'layouts/partials/dragoman-corrections.html': CORRECTIONS },
  site: (site) => ({
    'hugo.toml': configuration(site),
    'layouts/_default/baseof.html': BASE,
    'layouts/_default/single.html': ARTICLE,
    'layouts/_default/list.html': LIST,
  }),
};
