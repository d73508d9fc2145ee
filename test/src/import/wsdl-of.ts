const NAMESPACES =
  'xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" ' +
  'xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:panel" ' +
  'xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:apache="http://xml.apache.org/xml-soap"';

export interface WsdlParts {
  /** Content of the schema, whose target namespace is `urn:panel`. */
  readonly schema?: string;
  /** Attributes of the schema. */
  readonly form?: string;
  /** Further schemas, whole. */
  readonly schemas?: string;
  /** Imports of the WSDL. */
  readonly imports?: string;
  readonly address?: string;
}

const definitions = (content: string): string =>
  `<?xml version="1.0"?><wsdl:definitions ${NAMESPACES} targetNamespace="urn:panel">${content}</wsdl:definitions>`;

const types = ({ schema = '', form = 'elementFormDefault="qualified"', schemas = '' }: WsdlParts): string =>
  `<wsdl:types><s:schema ${form} targetNamespace="urn:panel">${schema}</s:schema>${schemas}</wsdl:types>`;

const service = (address: string): string =>
  '<wsdl:service name="Panel"><wsdl:port name="PanelSoap" binding="tns:PanelSoap">' +
  `<soap:address location="${address}"/></wsdl:port></wsdl:service>`;

/** A WSDL as ASP.NET writes it, with one operation, `Put`, whose elements `Put` and `PutResponse` the schema has. */
export const documentWsdl = (parts: WsdlParts): string =>
  definitions(
    `${parts.imports ?? ''}${types(parts)}` +
      '<wsdl:message name="PutIn"><wsdl:part name="parameters" element="tns:Put"/></wsdl:message>' +
      '<wsdl:message name="PutOut"><wsdl:part name="parameters" element="tns:PutResponse"/></wsdl:message>' +
      '<wsdl:portType name="PanelSoap"><wsdl:operation name="Put"><wsdl:documentation> Puts\n it. </wsdl:documentation>' +
      '<wsdl:input message="tns:PutIn"/><wsdl:output message="tns:PutOut"/></wsdl:operation></wsdl:portType>' +
      '<wsdl:binding name="PanelSoap" type="tns:PanelSoap">' +
      '<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>' +
      '<wsdl:operation name="Put"><soap:operation soapAction="urn:panel/Put" style="document"/>' +
      '<wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output>' +
      `</wsdl:operation></wsdl:binding>${service(parts.address ?? 'http://inside.example:9002/Panel.asmx')}`,
  );

/** The elements of `Put`: what stands in its request and in its answer. */
export const put = (request: string, answer = ''): string =>
  `<s:element name="Put"><s:complexType><s:sequence>${request}</s:sequence></s:complexType></s:element>` +
  `<s:element name="PutResponse"><s:complexType><s:sequence>${answer}</s:sequence></s:complexType></s:element>`;

export interface RpcOperation {
  readonly name: string;
  /** `<wsdl:part/>`s. */
  readonly input: string;
  readonly output?: string;
}

/** A WSDL as Axis writes it. */
export function rpcWsdl(operations: readonly RpcOperation[], parts: WsdlParts = {}, use = 'encoded'): string {
  const body = `<soap:body use="${use}" namespace="urn:call"/>`;
  const named = operations.map((operation, index) => ({
    ...operation,
    input: operation.input,
    id: `m${index}`,
  }));
  return definitions(
    types(parts) +
      named
        .map(
          ({ id, input, output = '' }) =>
            `<wsdl:message name="${id}In">${input}</wsdl:message><wsdl:message name="${id}Out">${output}</wsdl:message>`,
        )
        .join('') +
      `<wsdl:portType name="Panel">${named
        .map(
          ({ id, name }) =>
            `<wsdl:operation name="${name}"><wsdl:input name="${id}" message="tns:${id}In"/>` +
            `<wsdl:output message="tns:${id}Out"/></wsdl:operation>`,
        )
        .join('')}</wsdl:portType><wsdl:binding name="PanelSoap" type="tns:Panel">` +
      '<soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>' +
      `${named
        .map(
          ({ id, name }) =>
            `<wsdl:operation name="${name}"><soap:operation soapAction=""/><wsdl:input name="${id}">${body}</wsdl:input>` +
            `<wsdl:output>${body}</wsdl:output></wsdl:operation>`,
        )
        .join('')}</wsdl:binding>${service('http://inside.example/axis/services/Panel')}`,
  );
}
