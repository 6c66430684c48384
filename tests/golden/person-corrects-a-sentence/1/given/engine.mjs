const known = { 'A harbour': 'Un puerto', 'It opens on Monday.': 'El abre en lunes.', 'It opens on Tuesday.': 'El abre en martes.', 'Dogs travel free.': 'Los perros viajan gratis.' };
export default { name: 'words', translate: async ({ texts }) => texts.map((text) => known[text] ?? text) };
