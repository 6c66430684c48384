/** `dragoman/theme`: the types of a theme's module, whose templates take the place of pieces of published pages. */

export type { Html, HtmlValue } from '../publish/page/html-tag.ts';
export type {
  ArticleParts,
  ArticleView,
  ChannelView,
  FootView,
  FrontView,
  HtmlTag,
  ListView,
  MastheadView,
  NotFoundView,
  PageView,
  StoryView,
  Template,
  Templates,
  ThemeModule,
  ThemeTools,
  ViewLink,
} from '../publish/page/template.ts';
