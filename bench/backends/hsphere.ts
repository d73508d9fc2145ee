import type { Answer } from './canned-server.js';

const QUOTA = Buffer.from(
  '<?xml version="1.0" encoding="utf-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><ns1:getQuotaResponse soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns1="AdminServices"><getQuotaReturn href="#id0"/></ns1:getQuotaResponse><multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="xsd:double" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/">1048576.0</multiRef></soapenv:Body></soapenv:Envelope>',
);

/** Axis writes a double by reference; every account has the same quota. */
export const hsphereAnswer = (): Answer => () => QUOTA;
