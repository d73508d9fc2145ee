import type { Answer } from './canned-server.js';

const NAMESPACE = 'http://smbsaas/MSPC/enterpriseserver';
const ENVELOPE =
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>';

const answerOf = (method: string, result: string): Buffer =>
  Buffer.from(
    `${ENVELOPE}<${method}Response xmlns="${NAMESPACE}"><${method}Result>${result}</${method}Result></${method}Response></soap:Body></soap:Envelope>`,
  );

/** A user as ASP.NET writes one; thirteen of these members are what the flat read asks for. */
export const user = (id: number): string =>
  `<RoleId>3</RoleId><Role>User</Role><StatusId>1</StatusId><Status>Active</Status><LoginStatusId>0</LoginStatusId><LoginStatus>Enabled</LoginStatus><FailedLogins>0</FailedLogins><UserId>${id}</UserId><OwnerId>1</OwnerId><IsPeer>false</IsPeer><Created>2020-01-15T10:00:00</Created><Changed>2024-11-05T16:42:13.093</Changed><IsDemo>false</IsDemo><Comments /><LastName>Wächter</LastName><Username>user${id}</Username><FirstName>Ole</FirstName><Email>user${id}@panel.example</Email><PrimaryPhone>+49 431 555010</PrimaryPhone><Zip>24103</Zip><InstantMessenger /><Fax /><SecondaryPhone /><SecondaryEmail /><Country>DE</Country><Address>Hafenstraße 8</Address><City>Kiel</City><State>Schleswig-Holstein</State><HtmlMail>true</HtmlMail><CompanyName>Küstenhost GmbH</CompanyName><EcommerceEnabled>false</EcommerceEnabled>`;

const userRow = (id: number): string =>
  `<Table1 diffgr:id="Table1${id}" msdata:rowOrder="${id - 1}"><UserID>${id}</UserID><RoleID>3</RoleID><StatusID>1</StatusID><OwnerID>1</OwnerID><Created>2020-01-15T10:00:00+00:00</Created><IsDemo>false</IsDemo><IsPeer>false</IsPeer><Username>user${id}</Username><FirstName>Ole</FirstName><LastName>Wächter</LastName><Email>user${id}@panel.example</Email></Table1>`;

const dataSet = (tables: string): string =>
  `<xs:schema id="NewDataSet" xmlns="" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:msdata="urn:schemas-microsoft-com:xml-msdata"><xs:element name="NewDataSet" msdata:IsDataSet="true" msdata:UseCurrentLocale="true"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded"/></xs:complexType></xs:element></xs:schema><diffgr:diffgram xmlns:msdata="urn:schemas-microsoft-com:xml-msdata" xmlns:diffgr="urn:schemas-microsoft-com:xml-diffgram-v1"><NewDataSet xmlns="">${tables}</NewDataSet></diffgr:diffgram>`;

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

const quota = (id: number): string =>
  `<QuotaInfo><QuotaId>${id}</QuotaId><GroupId>${1 + (id % 12)}</GroupId><QuotaName>Web.Quota${id}</QuotaName><QuotaDescription>Quota number ${id}</QuotaDescription><QuotaTypeId>2</QuotaTypeId><QuotaAllocatedValue>${id}</QuotaAllocatedValue><QuotaUsedValue>${id % 7}</QuotaUsedValue><QuotaExhausted>false</QuotaExhausted></QuotaInfo>`;

const packageContext = (id: string, quotas: number): Buffer =>
  answerOf(
    'GetPackageContext',
    `<Package><PackageId>${id}</PackageId><UserId>2</UserId><PlanId>1</PlanId><StatusId>1</StatusId><PackageName>Space</PackageName><PurchaseDate>2020-01-15T10:00:00</PurchaseDate></Package><GroupsArray /><QuotasArray>${upTo(quotas).map(quota).join('')}</QuotasArray>`,
  );

const hostingPackage = (id: string): Buffer =>
  answerOf(
    'GetPackage',
    `<PackageId>${id}</PackageId><UserId>2</UserId><ParentPackageId>1</ParentPackageId><StatusId>1</StatusId><PlanId>1</PlanId><PurchaseDate>2020-01-15T10:00:00</PurchaseDate><PackageName>Space</PackageName><PackageComments />`,
  );

/** Answers are made once for each argument; package 1000 has a thousand quotas, package 4000 a megabyte of them. */
export function mspcAnswer(): Answer {
  const made = new Map<string, Buffer>();
  const make = (method: string, id: string): Buffer => {
    switch (method) {
      case 'GetUserById':
        return answerOf(method, user(Number(id)));
      case 'GetUserByUsername':
        return answerOf(method, user(1).replace('user1<', 'serveradmin<'));
      case 'GetUsersPaged':
        return answerOf(
          method,
          dataSet(
            `<Table diffgr:id="Table1" msdata:rowOrder="0"><Column1>100</Column1></Table>${upTo(100).map(userRow).join('')}`,
          ),
        );
      case 'GetPackage':
        return hostingPackage(id);
      case 'GetPackageContext':
        return packageContext(id, Number(id));
      default:
        throw new Error(`No answer was prepared for ${method}.`);
    }
  };
  return (body, soapAction) => {
    const method = soapAction.slice(soapAction.lastIndexOf('/') + 1).replace('"', '');
    const id = /<(?:\w+:)?(?:userId|packageId)[^>]*>(\d+)</.exec(body)?.[1] ?? '';
    const key = `${method} ${id}`;
    let answer = made.get(key);
    if (answer === undefined) {
      answer = make(method, id);
      made.set(key, answer);
    }
    return answer;
  };
}
