/** What the panel keeps of web hosting. Sizes are KB, as on the wire. */

export type IisVersion = '6' | '7';

export interface Host {
  readonly id: number;
  readonly name: string;
  readonly ip: string;
  /** Absent on hosts that are no IIS. */
  readonly iisVersion?: IisVersion;
}

export interface Webspace {
  readonly id: number;
  readonly subscriptionId: number;
  readonly hostId: number;
  readonly path: string;
  readonly diskSpaceLimit: bigint;
  /** Its websites; the first one gives the instant access URL of an Apache webspace. */
  readonly domainIds: readonly number[];
  /** Of an IIS webspace, where they are not those of a new one. */
  readonly features?: readonly Feature[];
}

export type FeatureName = 'ASP' | 'ASP.NET' | 'Perl' | 'PHP' | 'SSI' | 'ISAPIRewrite' | 'ColdFusion';
export type FeatureMode = 'v1.1' | 'v2.0' | 'CGI' | 'ISAPI' | 'FastCGI';

/** What an IIS webspace can run. */
export interface Feature {
  readonly name: FeatureName;
  readonly enabled: boolean;
  /** For ASP.NET, Perl and PHP only. */
  readonly mode?: FeatureMode;
}

export type EngineName = 'ASP' | 'ASP.NET1.1' | 'ASP.NET2' | 'Perl' | 'PHP' | 'SSI';

/** A scripting engine of one version of IIS. */
export interface SystemEngine {
  /** `<version>/<engine>` */
  readonly id: string;
  readonly iisVersion: IisVersion;
  readonly engine: EngineName;
  /** Domains may have mappings of their own to it. */
  readonly customizable: boolean;
}

export interface MappingProperties {
  /** Separated by commas. */
  readonly verbs: string;
  readonly script_engine: boolean;
  readonly verify_if_exists: boolean;
}

/** A template for the mappings of domains. */
export interface SystemMapping {
  readonly id: number;
  readonly iisVersion: IisVersion;
  readonly engine: EngineName;
  readonly extension: string;
  readonly properties: MappingProperties;
}

export interface DomainMapping {
  readonly id: number;
  readonly domainId: number;
  readonly engine: EngineName;
  readonly extension: string;
  readonly enabled: boolean;
  readonly properties: MappingProperties;
  /** The template that it was made from. */
  readonly systemMappingId?: number;
}

/** A SharePoint site, known by its domain. */
export interface SharePointSite {
  /** The number of its domain. */
  readonly id: number;
  readonly subscriptionId: number;
  readonly ip: string;
  readonly version: '2.0' | '3.0';
  readonly quota: bigint;
  readonly usage: bigint;
}
