// The site of the handbook.
module.exports = {
  title: 'The Harbour Handbook',
  url: 'https://handbook.example.org',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  i18n: { defaultLocale: 'en', locales: ['en', 'es'] },
  presets: [['classic', { docs: {}, blog: { onInlineAuthors: 'ignore', onUntruncatedBlogPosts: 'ignore' } }]],
};
