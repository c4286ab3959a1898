import '../../src/define.js';
import { defaultFieldTypes } from '../../src/fields/default-field-types.js';
import { element } from '../../src/fields/element.js';
import { deviceForm } from '../forms/device-form.js';
import { serialSchema } from '../forms/serial.js';
import { AcmeSerial } from './acme-serial.js';

customElements.define('acme-serial', AcmeSerial);

const form = document.querySelector('case-form');
if (form) {
  form.fieldTypes = {
    ...defaultFieldTypes,
    serial: { schema: () => serialSchema, render: element('acme-serial') },
  };
  form.definition = deviceForm;
}
