/** What a repository without an article gets to begin with. */

export const ARTICLE = `---
title: A first article
description: Replace it with your own.
date: 2026-01-01
---

This article shows what Dragoman does. Every sentence becomes a segment, and **what is not words** stays as it is.

- Run \`dragoman translate\` to make the editions.
- Correct them in the Markdown files; your corrections are never overwritten.
`;

export const GLOSSARY = 'source,target,kind,status,case,forms,variants,forbidden,compounds,indeclinable,note\n';
