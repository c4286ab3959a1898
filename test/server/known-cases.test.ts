import { everyAbility } from '../../src/adapters/backends/json-backend.js';
import { describeKnownCases } from '../contracts/known-cases.js';
import { deskPeople } from './desk-people.js';

describeKnownCases('the embedded desk, through jsonBackend', everyAbility, deskPeople);
