import type { Data } from '../data.js';
import type { Account, PhoneNumber } from '../records.js';

const NO_FAX = phone('');

/** Phone numbers are from the ranges that regulators keep free for fiction. */
const ACCOUNTS: readonly Account[] = [
  {
    ...account(1, 'A', 0, 'info@nordhost.example'),
    person: { first_name: 'Hanna', last_name: 'Petersen', company_name: 'Nordhost GmbH' },
    address: {
      street_name: 'Speicherstraße',
      house_num: '7',
      zipcode: '20457',
      city: 'Hamburg',
      country: 'de',
      state: 'Hamburg',
    },
    phone: phone('49 40 66969100'),
    fax: phone('49 40 66969199'),
  },
  {
    ...account(1000001, 'C', 1, 'maire@obrien-soehne.example'),
    person: { first_name: 'Máire', last_name: "O'Brien", company_name: "O'Brien & Söhne <Test>" },
    address: {
      street_name: 'Königsallee',
      house_num: '1 <b>',
      zipcode: '04109',
      city: 'Leipzig',
      country: 'de',
      state: 'Sachsen',
      address2: 'c/o "R&D"',
    },
    phone: phone('49 30 23125101 <12>'),
  },
  {
    ...account(1000002, 'R', 1, 'info@kuestenhost.example'),
    person: { title: 'Dr.', first_name: 'Jörg', last_name: 'Küster', company_name: 'Küstenhost KG' },
    address: {
      street_name: 'Hafenstraße',
      house_num: '12a',
      zipcode: '24103',
      city: 'Kiel',
      country: 'de',
      state: 'Schleswig-Holstein',
    },
    phone: phone('49 40 66969202 5'),
    fax: phone('49 40 66969203'),
  },
  {
    ...account(1000003, 'R', 1000002, 'moin@deichweb.example'),
    person: { first_name: 'Wiebke', last_name: 'Größler', company_name: 'Deichweb OHG' },
    address: {
      street_name: 'Am Deich',
      house_num: '3',
      zipcode: '25813',
      city: 'Husum',
      country: 'de',
      state: 'Schleswig-Holstein',
    },
    phone: phone('49 40 66969303'),
  },
  {
    ...account(1000004, 'R', 1, 'info@hoshizora.example'),
    person: { first_name: '花子', last_name: '田中', company_name: '星空ホスティング株式会社' },
    address: {
      street_name: '千代田',
      house_num: '1-1',
      zipcode: '100-0001',
      city: '東京',
      country: 'jp',
      state: '東京都',
    },
    phone: phone('1 212 5550104'),
  },
  {
    ...account(1000005, 'C', 1000002, 'ida@nordlicht.example'),
    person: { first_name: 'Ida', last_name: 'Nordlicht', company_name: 'Nordlicht Verlag GmbH' },
    address: {
      street_name: 'Buchweg',
      house_num: '8',
      zipcode: '24937',
      city: 'Flensburg',
      country: 'de',
      state: 'Schleswig-Holstein',
    },
    phone: phone('49 40 66969505'),
    fax: phone('49 40 66969506'),
  },
  {
    ...account(1000006, 'C', 1000002, 'office@alpine-tours.example'),
    person: { first_name: 'Emma', last_name: 'Whitfield', company_name: 'Alpine Tours Ltd' },
    address: {
      street_name: 'Ridge Road',
      house_num: '22',
      zipcode: 'EH1 1AA',
      city: 'Edinburgh',
      country: 'gb',
      state: 'Scotland',
    },
    phone: phone('44 131 4960606 606'),
  },
  {
    ...account(1000007, 'C', 1, 'it@viele.example'),
    person: { first_name: 'Peter', last_name: 'Vogt', company_name: 'Viele Postfächer AG' },
    address: {
      street_name: 'Industriestraße',
      house_num: '100',
      zipcode: '60308',
      city: 'Frankfurt am Main',
      country: 'de',
      state: 'Hessen',
    },
    phone: phone('49 69 90009707'),
  },
  {
    ...account(1000008, 'C', 1000003, 'post@xn--mller-tchter-bjb1f.example'),
    person: { first_name: 'Änne', last_name: 'Müller', company_name: 'Müller & Töchter GbR' },
    address: {
      street_name: 'Rheinufer',
      house_num: '5',
      zipcode: '40213',
      city: 'Düsseldorf',
      country: 'de',
      state: 'Nordrhein-Westfalen',
    },
    phone: phone('49 221 4710808'),
  },
  {
    ...account(1000009, 'C', 1000003, 'hallo@radhaus.example'),
    person: { first_name: 'Ole', last_name: 'Radke', company_name: '🚲 Radhaus 🛠️ GmbH' },
    address: {
      street_name: 'Ringstraße',
      house_num: '9',
      zipcode: '80331',
      city: 'München',
      country: 'de',
      state: 'Bayern',
    },
    phone: phone('49 89 99998909'),
  },
  {
    ...account(1000010, 'C', 1000004, 'contact@lizi.example'),
    person: { first_name: '小明', last_name: '王', company_name: '北京例子科技有限公司' },
    address: {
      street_name: '长安街',
      house_num: '10号',
      zipcode: '100006',
      city: '北京',
      country: 'cn',
      state: '北京市',
    },
    phone: phone('1 212 5550110'),
  },
  {
    // The reference itself writes uk where ISO 3166 has gb.
    ...account(1000011, 'C', 1, 'orders@bakewell.example'),
    person: { first_name: 'Tom', last_name: 'Baker', company_name: 'Bakewell Bakery' },
    address: {
      street_name: 'Mill Lane',
      house_num: '4',
      zipcode: 'DE45 1AB',
      city: 'Bakewell',
      country: 'uk',
      state: 'Derbyshire',
    },
    phone: phone('44 1632 960111'),
  },
  {
    ...account(1000012, 'C', 1, 'lukasz@example.org'),
    person: { title: 'Pan', first_name: 'Łukasz', middle_name: 'Michał', last_name: 'Żółć' },
    address: {
      street_name: 'Długa',
      house_num: '44',
      zipcode: '80-827',
      city: 'Gdańsk',
      country: 'pl',
      state: 'Pomorskie',
    },
    phone: phone('1 212 5550112'),
  },
  {
    ...account(1000013, 'C', 1000002, 'hej@xn--caf-ngstrm-45a0c7l.example'),
    person: { first_name: 'Åsa', last_name: 'Ångström', company_name: 'Café Ångström AB' },
    address: {
      street_name: 'Storgatan',
      house_num: '2',
      zipcode: '753 31',
      city: 'Uppsala',
      country: 'se',
      state: 'Uppsala län',
    },
    phone: phone('46 8 4650113'),
  },
  {
    ...account(1000014, 'C', 1000004, 'office@primer.example'),
    person: { first_name: 'Анна', last_name: 'Иванова', company_name: 'Пример ООД' },
    address: {
      street_name: 'ул. Липа',
      house_num: '14',
      zipcode: '1000',
      city: 'София',
      country: 'bg',
      state: 'София',
    },
    phone: phone('1 212 5550114'),
  },
  {
    // Without any subscription.
    ...account(1000015, 'C', 1, 'niemand@example.net'),
    person: { first_name: 'Niemand', last_name: 'Daheim', company_name: 'Leerstand UG' },
    address: {
      street_name: 'Leerer Weg',
      house_num: '0',
      zipcode: '26789',
      city: 'Leer',
      country: 'de',
      state: 'Niedersachsen',
    },
    phone: NO_FAX,
  },
  {
    ...account(1000016, 'C', 1000002, 'info@mithal.example'),
    person: { first_name: 'ليلى', last_name: 'مثال', company_name: 'شركة مثال' },
    address: {
      street_name: 'شارع النيل',
      house_num: '16',
      zipcode: '11511',
      city: 'القاهرة',
      country: 'eg',
      state: 'القاهرة',
    },
    phone: phone('1 212 5550116'),
  },
];

/** Two for some accounts, none for the last ones. */
const MEMBERS: readonly (readonly [id: number, accountId: number, login: string])[] = [
  [6000001, 1, 'nordhost'],
  [6000002, 1000002, 'kuestenhost'],
  [6000003, 1000003, 'deichweb'],
  [6000004, 1000004, 'hoshizora'],
  [6000005, 1000005, 'nordlicht'],
  [6000006, 1000006, 'alpine'],
  [6000007, 1000007, 'viele'],
  [6000008, 1000008, 'müller'],
  [6000009, 1000009, 'radhaus'],
  [6000010, 1000010, '小明'],
  [6000011, 1000011, 'bakewell'],
  [6000012, 1000012, 'lukasz@example.org'],
  [6000013, 1000013, 'angstrom'],
  [6000014, 1000001, "o'brien"],
  [6000015, 1000005, 'nordlicht-buchhaltung'],
];

export function seedAccounts(data: Data): void {
  for (const row of ACCOUNTS) data.accounts.put(row);
  for (const [id, accountId, login] of MEMBERS) data.members.put({ id, accountId, login });
}

function account(id: number, type: Account['type'], parentId: number, email: string) {
  return { id, type, parentId, email, fax: NO_FAX };
}

/** `country area number extension`, as far as there are any. */
function phone(text: string): PhoneNumber {
  const [country_code = '', area_code = '', phone_num = '', extension] = text.split(' ');
  return { country_code, area_code, phone_num, ...(extension !== undefined && { ext_num: extension }) };
}
