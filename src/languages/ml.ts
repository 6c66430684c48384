import type { Language } from './language.ts';

/** Malayalam. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Malayalam'],
  sentences: {
    joins: 'ഡോ ശ്രീ ശ്രീമതി പ്രൊഫ അഡ്വ കെ എം പി എ ബി സി ഡി ഇ ജി എച്ച് ജെ എൽ എൻ ആർ എസ് ടി വി മി ഉദാ ക്രി.മു ക്രി.വ കി.മീ',
  },
};
