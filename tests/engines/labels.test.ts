/** A label before an answer says which language it is in: in English, in the answer's own language, under any of its names. */

import { expect, test } from 'vitest';
import { withoutResidue } from '../../src/fragment/residue.ts';

const SOURCE = 'The port is closed.';

const LABELLED: readonly (readonly [to: string, label: string, translation: string])[] = [
  ['es', 'Castellano: ', 'El puerto está cerrado.'],
  ['zh', '简体中文：', '港口已关闭。'],
  ['ja', '日本語訳：', '港は閉鎖された。'],
  ['ca', 'Valencià: ', 'El port és tancat.'],
  ['ru', 'По-русски: ', 'Порт закрыт.'],
  ['ru', 'На русском языке: ', 'Порт закрыт.'],
  ['uk', 'Українською: ', 'Порт зачинено.'],
  ['uk', 'Переклад українською: ', 'Порт зачинено.'],
  ['fa', 'Farsi: ', 'بندر بسته است.'],
  ['nb', 'Norwegian: ', 'Havnen er stengt.'],
  ['nb', 'Norsk: ', 'Havnen er stengt.'],
  ['nb', 'Oversettelse til norsk: ', 'Havnen er stengt.'],
  ['zh', 'Mandarin: ', '港口已关闭。'],
  ['fil', 'Tagalog: ', 'Sarado ang daungan.'],
  ['ro', 'Moldovan: ', 'Portul e închis.'],
  ['nl', 'Flemish: ', 'De haven is dicht.'],
  ['nl', 'In het Nederlands: ', 'De haven is dicht.'],
  ['pl', 'W języku polskim: ', 'Port jest zamknięty.'],
  ['pt-BR', 'Português do Brasil: ', 'O porto está fechado.'],
  ['es', 'Español de México: ', 'El puerto está cerrado.'],
  ['vi', 'Bản dịch tiếng Việt: ', 'Cảng đóng cửa.'],
  ['tr', 'Türkçesi: ', 'Liman kapalı.'],
  ['he', 'בעברית: ', 'הנמל סגור.'],
  ['ar', 'بالعربية: ', 'الميناء مغلق.'],
  ['ar', 'باللغة العربية: ', 'الميناء مغلق.'],
  ['cs', 'Česky: ', 'Přístav je zavřený.'],
  ['cs', 'Český překlad: ', 'Přístav je zavřený.'],
  ['sk', 'Slovenský preklad: ', 'Prístav je zatvorený.'],
  ['hu', 'Magyarul: ', 'A kikötő zárva van.'],
  ['fi', 'Suomeksi: ', 'Satama on kiinni.'],
  ['el', 'Στα ελληνικά: ', 'Το λιμάνι έκλεισε.'],
  ['sv', 'På svenska: ', 'Hamnen är stängd.'],
  ['da', 'På dansk: ', 'Havnen er lukket.'],
  ['id', 'Bahasa Indonesia: ', 'Pelabuhan ditutup.'],
  ['id', 'Terjemahan bahasa Indonesia: ', 'Pelabuhan ditutup.'],
  ['ko', '한국어로: ', '항구가 닫혔다.'],
  ['th', 'ภาษาไทย: ', 'ท่าเรือปิด'],
  ['th', 'คำแปลภาษาไทย: ', 'ท่าเรือปิด'],
  ['hi', 'हिंदी में: ', 'बंदरगाह बंद है।'],
  ['it', 'Versione italiana: ', 'Il porto è chiuso.'],
  ['fr', 'Version française : ', 'Le port est fermé.'],
  ['es', 'Versión en español: ', 'El puerto está cerrado.'],
  ['es', 'ESPAÑOL: ', 'El puerto está cerrado.'],
  ['es', '**Español:** ', 'El puerto está cerrado.'],
  ['sr-Latn', 'Srpski: ', 'Luka je zatvorena.'],
  ['sr', 'Српски: ', 'Лука је затворена.'],
  ['hr', 'Hrvatski prijevod: ', 'Luka je zatvorena.'],
  ['bg', 'Български: ', 'Пристанището е затворено.'],
  ['lt', 'Lietuviškai: ', 'Uostas uždarytas.'],
  ['et', 'Eesti keeles: ', 'Sadam on suletud.'],
  ['zh-TW', '繁體中文：', '港口已關閉。'],
  ['zh-Hant', '中文（繁體）：', '港口已關閉。'],
  ['eu', 'Euskaraz: ', 'Portua itxita dago.'],
  ['gl', 'Galego: ', 'O porto está pechado.'],
];

/** Where the source has something before a colon as well, or speaks of the language or its country, the words are the translation's. */
const WORDS: readonly (readonly [to: string, source: string, translation: string])[] = [
  ['es', 'Ana: the port is closed.', 'Ana: el puerto está cerrado.'],
  ['es', 'Spanish: the exam.', 'Español: el examen.'],
  ['de', 'German — a hard language.', 'Deutsch: eine schwere Sprache.'],
  ['pl', 'The Poles won the match.', 'Polska: mecz wygrany.'],
  ['ru', 'Russia has won.', 'Россия: победа.'],
  ['es', 'The Spaniards said yes.', 'Españoles: dijeron que sí.'],
  ['fr', 'What the French want is peace.', 'Les Français : ils veulent la paix.'],
  ['hr', 'Note that the port is closed.', 'Napomena: luka je zatvorena.'],
  ['es', 'Question: why?', 'Pregunta: ¿por qué?'],
  ['uk', 'Ukraine has one wish: peace.', 'Україна: одне бажання: мир.'],
  ['fi', 'Finland won.', 'Suomi: voitto.'],
  ['hu', 'The Hungarian prime minister resigned.', 'Magyar: lemondott.'],
  ['es', 'Languages: Spanish and French.', 'Idiomas: español y francés.'],
  ['cs', 'He spoke Czech, she Slovak.', 'Mluvil česky: ona slovensky.'],
  ['sr', 'Serbian courts are slow.', 'Српски судови: спори.'],
  ['ca', 'In Catalan, the word is old.', 'En català: la paraula és antiga.'],
  ['th', 'The Thai team won.', 'ทีมไทย: ชนะ'],
];

test.each(LABELLED)('%s: %s is taken away', (to, label, translation) => {
  expect(withoutResidue(SOURCE, label + translation, 'en', to).trim()).toBe(translation);
});

test.each(WORDS)('%s: %s keeps its words', (to, source, translation) => {
  expect(withoutResidue(source, translation, 'en', to)).toBe(translation);
});
