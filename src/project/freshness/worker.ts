/** The survey in a thread of its own. */

import { parentPort, workerData } from 'node:worker_threads';
import { type SurveyJob, survey } from './stat-survey.ts';

survey(workerData as SurveyJob);
parentPort?.postMessage('done');
