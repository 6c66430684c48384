import type { SentenceLanguage } from '../language.ts';

export const ur: SentenceLanguage = {
  joins: 'ڈاکٹر پروفیسر ص ج ڈی بی سی ایم پی ایس آر اے ای جی',
  says: 'کہا پوچھا بتایا لکھا',
};
