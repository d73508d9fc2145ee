/** The canned panels: one for each protocol. */
export const PANELS = ['mspc', 'poa', 'hsphere', 'enom'] as const;
export type PanelName = (typeof PANELS)[number];
