import { array, optional, string, struct } from '../../../src/operation/shape.js';

const field = (description: string) => optional(string(description));
const cardField = (description: string) => optional(string(description, { secret: true }));

/** In the order of the vendor's samples. */
export const contactInfo = struct(
  {
    address1: field('Street address.'),
    address2: field('Second line of the address.'),
    address3: field('Third line of the address.'),
    city: field('City.'),
    country: optional(string('ISO 3166-1 alpha-2.', { minLength: 2, maxLength: 2 })),
    email: field('Mail address.'),
    fax: field('Fax number.'),
    first_name: field('First name.'),
    last_name: field('Last name.'),
    org_name: field('Organisation.'),
    phone: field('Phone number.'),
    postal_code: field('Postal code.'),
    state: field('State, 2 letters, or NA.'),
    state2: field('State in another form.'),
  },
  'Contact data.',
  { typeName: 'ContactInfo' },
);

/** All but `type` is for cards only. */
export const paymentInfo = struct(
  {
    cc_type: field('Kind of card: VISA, MC.'),
    expDay: field('Day on which the card expires.'),
    expMonth: field('Month in which the card expires.'),
    expYear: field('Year in which the card expires.'),
    issueNo: cardField('Issue number of the card.'),
    name: field('Owner of the card.'),
    number: cardField('Number of the card.'),
    startDay: field('Day from which the card is valid.'),
    startMonth: field('Month from which the card is valid.'),
    startYear: field('Year from which the card is valid.'),
    type: string('Means of payment.', {
      values: [
        { value: 'Check', meaning: 'by cheque' },
        { value: 'CC', meaning: 'by a card, which the other members describe' },
        { value: 'PayPal', meaning: 'through PayPal' },
        { value: 'WorldPay', meaning: 'through WorldPay' },
        { value: '2CheckOut', meaning: 'through 2CheckOut' },
        { value: 'None', meaning: 'nothing is paid; releases before 2.5 RC3 ask for it without billing' },
      ],
    }),
  },
  'Means of payment.',
  { typeName: 'PaymentInfo' },
);

/** Extra parameters: pairs of a name and a value. */
export const otherParams = array(
  array(string('Name, then value.'), 'One parameter.'),
  'Parameters that depend on the mode.',
);

export const namedParameter = struct({ name: string('Name.'), value: string('Value.') }, 'A named value.', {
  typeName: 'NamedParameter',
});
