import type { Language } from './language.ts';

/** Kazakh. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Cyrillic', 'Latin'],
  kindsBehind: true,
  sentences: {
    joins: 'проф акад доц д-р ген көш қ обл ауд м.а мыс т.с.с',
    numbers: 'мың млн млрд теңге тг долл км см мм кг га мин сек тел бет № дана жыл ж жж',
    times: 'ж жж ғ ғғ б.з.б б.з',
    ends: 'т.б ж.т.б т.с.с ж.б',
    starters:
      'ол олар біз сіз сен мен бұл осы сол бірақ және ал енді сондықтан егер қазір кейін бүгін кеше ертең сондай мұндай барлық әр көп тек',
  },
};
