/** The scripts of every page; what a page is, its body says. */

import { startArticle } from './start-article.tsx';
import { startMatrix } from './start-matrix.ts';
import { startTerm } from './start-term.ts';

if (document.body.classList.contains('article')) void startArticle();
if (document.body.classList.contains('matrix')) startMatrix();
if (document.body.classList.contains('term')) startTerm();
