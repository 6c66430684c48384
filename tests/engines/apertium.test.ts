import { apertiumEngine } from '../../src/engines/apertium.ts';
import { engineContract } from './contract.ts';

engineContract('apertium', () => apertiumEngine());
