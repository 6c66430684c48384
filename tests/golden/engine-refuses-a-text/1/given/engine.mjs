const refuse = (text) => {
  throw Object.assign(new Error(`too hard: ${text}`), { kind: 'invalid' });
};
export default { name: 'picky', translate: async ({ texts }) => texts.map((text) => (/riddle/.test(text) ? refuse(text) : text.toUpperCase())) };
