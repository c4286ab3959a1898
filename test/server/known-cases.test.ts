import { describe } from 'node:test';
import { everyAbility } from '../../src/adapters/backends/json-backend.js';
import { describeKnownCases } from '../contracts/case-backend.js';
import { deskPeople } from './desk-people.js';

describe('cases that are known', () => {
  describeKnownCases('the embedded desk, through jsonBackend', everyAbility, deskPeople);
});
