/** One request to Google: by a general or custom model, or by adaptive translation with reference pairs. */

import { EngineError } from '../../errors.ts';
import { fromHtml, toHtml } from '../../fragment/as-html.ts';
import { mendFragment } from '../../fragment/mend.ts';
import type { EngineRequest } from '../engine.ts';
import { codesOf } from '../locale-codes.ts';
import type { Session } from './client.ts';
import type { GoogleOptions } from './google-options.ts';
import { costOfRequest } from './prices.ts';

/** "Adaptive translation" takes so many reference pairs with a request. */
const REFERENCES = 5;

interface Asked {
  readonly parent: string;
  readonly options: GoogleOptions;
  /** Its name at Google's. */
  readonly glossary: string | undefined;
  readonly signal: AbortSignal;
}

/** @throws EngineError `answer` where another number of texts comes back; else what the client throws */
export async function translateTexts(session: Session, request: EngineRequest, asked: Asked): Promise<string[]> {
  const { texts, bill } = request;
  const contents = texts.map(toHtml);
  const { options, glossary } = asked;
  const response =
    options.adaptiveDataset === undefined
      ? await byModel(session, request, contents, asked)
      : await adaptively(session, request, contents, asked);
  const answers = glossary === undefined ? response.translations : response.glossaryTranslations;
  if (options.pricePerMillionCharacters === undefined) bill?.({ cost: costOfRequest(options, contents, answers) });
  if (answers.length !== texts.length) throw new EngineError('answer', `google: ${answers.length} texts for ${texts.length}`);
  return texts.map((text, at) => mendFragment(text, fromHtml(answers[at] ?? ''), request.to));
}

function byModel(session: Session, { from, to, label }: EngineRequest, contents: string[], { parent, options, glossary, signal }: Asked) {
  const { source, target } = codesOf('google', from, to);
  return session.translate(
    {
      parent,
      contents,
      mimeType: 'text/html',
      sourceLanguageCode: source,
      targetLanguageCode: target,
      model: options.model.startsWith('projects/') ? options.model : `${parent}/models/${options.model}`,
      labels: { ...options.labels, ...(label === undefined ? {} : { run: labelValue(label) }) },
      ...(glossary === undefined ? {} : { glossaryConfig: configOf(glossary, options) }),
    },
    signal,
  );
}

/** Adaptive translation follows the dataset, and before it the reviewed sentences of the memory that are like these texts. */
function adaptively(session: Session, request: EngineRequest, contents: string[], { parent, options, glossary, signal }: Asked) {
  const { source, target } = codesOf('google', request.from, request.to);
  const pairs = (request.examples ?? []).slice(0, REFERENCES).map((pair) => ({
    sourceSentence: toHtml(pair.source),
    targetSentence: toHtml(pair.target),
  }));
  const dataset = options.adaptiveDataset?.replaceAll('{from}', request.from).replaceAll('{to}', request.to) ?? '';
  return session.translateAdaptively(
    {
      parent,
      dataset: dataset.startsWith('projects/') ? dataset : `${parent}/adaptiveMtDatasets/${dataset}`,
      content: contents,
      mimeType: 'text/html',
      ...(pairs.length > 0 && {
        referenceSentenceConfig: {
          sourceLanguageCode: source,
          targetLanguageCode: target,
          referenceSentencePairLists: [{ referenceSentencePairs: pairs }],
        },
      }),
      ...(glossary === undefined ? {} : { glossaryConfig: configOf(glossary, options) }),
    },
    signal,
  );
}

/** With context, Google inflects a term as its sentence needs; without, it puts in the dictionary form. */
const configOf = (glossary: string, { contextualGlossary }: GoogleOptions) => ({
  glossary,
  ignoreCase: false,
  contextualTranslationEnabled: contextualGlossary,
});

/** Labels of Google Cloud: small letters, figures, `_` and `-`, 63 of them at most. */
const labelValue = (label: string) =>
  label
    .toLowerCase()
    .replace(/[^\p{Ll}\d_-]/gu, '-')
    .slice(0, 63);
