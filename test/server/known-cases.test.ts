import { everyAbility } from '../../src/adapters/backends/json-backend.js';
import { describeKnownCases } from '../contracts/case-backend.js';
import { deskPeople } from './desk-people.js';

describeKnownCases('the embedded desk, through jsonBackend', everyAbility, deskPeople);
