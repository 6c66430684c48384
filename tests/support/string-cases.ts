/** Files of strings of every kind, each with what its kind has: plurals, comments, lists, values without words, other quoting. */

import type { StringsCase } from './string-room.ts';

export const STRING_CASES: readonly StringsCase[] = [
  {
    name: 'i18next',
    edition: 'locales/{locale}/words.json',
    source: `{
  "home": "The front page",
  "nav": {
    "older": "Older {{kind}}",
    "brand": "{{title}}",
    "deep": { "one": "First <1>bold</1> words", "two": "Second words" }
  },
  "reply_one": "{{count}} reply",
  "reply_other": "{{count}} replies",
  "limit": 5,
  "steps": ["Open the door", "Go in", "Close it again"],
  "quoted": "Say \\"hello\\" to\\nall of them",
  "empty": {},
  "last": "The last of the words"
}
`,
  },
  {
    name: 'Docusaurus',
    edition: 'i18n/{locale}/code.json',
    kind: 'docusaurus',
    source: `{
  "theme.title": {
    "message": "This page crashed.",
    "description": "The title of the page"
  },
  "theme.posts": {
    "message": "One post|{count} posts",
    "description": "Plural forms"
  },
  "theme.next": {
    "message": "The next page"
  }
}
`,
  },
  {
    name: 'ICU',
    edition: 'messages/{locale}.json',
    kind: 'icu',
    source: `{
  "cart": {
    "items": "You have {count, plural, =0 {no items} one {# item} other {# items}} in {cart}.",
    "plain": "It's a plain message"
  },
  "other": "Another message, {name}"
}
`,
  },
  {
    name: 'Hugo TOML',
    edition: 'i18n/{locale}.toml',
    source: `# Words of the theme
home = "Home page"
by = 'By {{ .Author }}'  # kept

# How long
[readingTime]
description = "Under the title"
one = "One minute to read"
other = "{{ .Count }} minutes to read"

[more]
other = """
Read "more" \\
  of it"""

[last]
other = "The last words"
`,
  },
  {
    name: 'Hugo YAML list',
    edition: 'i18n/{locale}.yaml',
    kind: 'hugo',
    source: `- id: home
  translation: "Home page"
- id: posts
  translation:
    one: One post
    other: "{{ .Count }} posts"

- id: more
  translation: Read more of it
`,
  },
  {
    name: 'data YAML',
    edition: '_data/{locale}/words.yml',
    source: `# The menu of the site
menu:
  - title: Latest news
    url: /news/
  - title: About us here
    url: /about/
    sub:
      - The team
      - The house
footer:
  # With the year
  note: 'It''s all ours'
  long: >-
    A long text that goes
    on in the next line
  lines: |
    First line of it

    Second paragraph
flow: { a: Some words, b: [Red ones, Blue ones], n: 3 }
count: 12
draft: false
`,
  },
];
